/// Turns text into tokens: words by UAX #29, folded, with the choices below.
///
/// Words are the segments between the word boundaries of UAX #29 (Unicode 15.0) that hold a letter or a digit:
/// `1,000`, `3.14`, `R2P` and `U.S` are one word, each ideograph and each hiragana is one, emoji, punctuation and
/// superscript figures (a footnote's mark) are none. Terms are folded for case and accents (``Folding``): Côte
/// and cote are one term. Where this departs from UAX #29, it is so that people find what they type:
///
/// - **Apostrophe-s** is not part of the word: `France's` is `france`, and the token ends before the apostrophe.
///   Behind a digit (`P5's`, `the 1990's`), where UAX #29 cuts, the `s` is not a word either.
/// - **Apostrophes** are straight, curly (U+2018, U+2019), fullwidth (U+FF07) or the letter U+02BC, all folded to
///   U+0027. At either end of a word they are left out (`states'`, and where UAX #29 keeps them in Hebrew).
/// - **An elided particle** (c, d, j, l, m, n, s, t or qu, before an apostrophe) is a word of its own, without the
///   apostrophe: `Côte d’Ivoire` is `cote d ivoire`, so that `Ivoire` finds it. Other apostrophes stay: `don't`,
///   `o'brien`, `qur'an`.
/// - **Underscores** and their kin (ExtendNumLet, which the narrow no-break space is one of) stand between words.
/// - **Soft hyphens, joiners and other characters without width** inside a word are not part of its term. A
///   zero-width space (U+200B), which marks a word's end, ends it.
/// - **Hyphens and slashes** stand between words, as in UAX #29. But words behind one another with one of `-`,
///   `/`, U+2010 or U+2011 between them also give a `.compound` token, at the first one's position: `follow-up`,
///   `a/67/929`. If a slash is among them, the last part starts with a digit and a year in brackets follows,
///   the year belongs to the whole: `S/RES/1973 (2011)` is `s/res/1973(2011)`. A whole of more than eight parts
///   or 64 bytes is not made.
/// - **Capitals**: a word of two to five capital letters and nothing else is also a `.capitals` token, as written.
/// - **Long words**: a term has at most 255 bytes; of a longer word it is the start, cut before the scalar that does
///   not fit. The token covers the whole word.
///
/// Ill-formed UTF-8 stands between words.
///
/// - Unicode Standard Annex #29, "Unicode Text Segmentation", revision 41, section 4.
package struct Analyzer: Sendable {
  package init() {}

  /// Changes whenever any text would give other tokens or stems; part of the pipeline fingerprint.
  ///
  /// The number is ours, raised with every change to the rules; the rest follows the Unicode tables.
  package static let fingerprint = "text-2 unicode-\(UnicodeTables.version) tables-\(UnicodeTables.digest)"

  /// Replaces the contents of `buffer` with the tokens of `text`, which is UTF-8 (ill-formed parts separate words).
  ///
  /// - Parameter text: Less than 2 GiB, and so its terms, since offsets are 32-bit integers; the caller sees to it.
  /// - Complexity: O(*n*) for *n* bytes. Memory is allocated only when `buffer` has less than it ever needed.
  package func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    precondition(text.count < Int(Int32.max), "a text to analyze must be shorter than 2 GiB")
    var tokenizer = Tokenizer(reusing: &buffer, forByteCount: text.count)
    tokenizer.run(text)
    tokenizer.finish(into: &buffer)
  }

  /// The stem of a folded term: Porter2's if its bytes are a–z and apostrophes, else the term itself.
  package static func stem(of term: ArraySlice<UInt8>) -> [UInt8] {
    var word = Array(term)
    Porter2.stem(&word)
    return word
  }
}
