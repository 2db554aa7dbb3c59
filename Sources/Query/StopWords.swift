/// The words of English that say nothing about what a text is on: articles, pronouns, prepositions, auxiliaries.
///
/// They are indexed like all others, since a phrase may need them. They are left out only where words are alternatives
/// (``QueryParser/Match/any``), because `the` alone would then match nearly everything. Words that can be meant in this
/// field stay: `no`, `not`, `must`, `should`, `against`, `all`, `will`.
package enum StopWords {
  /// Whether `word`, as written, is one of them; `WHO` and `US` in capitals are not.
  static func contains(_ word: QueryWord) -> Bool {
    contains(word.term) && (word.text.unicodeScalars.count < 2 || word.text != word.text.uppercased())
  }

  /// Whether a folded term is one of them.
  package static func contains(_ term: [UInt8]) -> Bool { terms.contains(term) }

  private static let terms = Set(
    """
    a about after also am among an and any are as at be because been before being between both but by can could did \
    do does doing done during each either else ever for from get gets got had has have having he her here hers \
    herself him himself his how however i if in into is it its itself just may me might more most my myself nor of \
    off on onto or other our ours ourselves out over own rather shall she since so some such than that the their \
    theirs them themselves then there these they this those though through thus to too under until up upon us very \
    was we were what when where whether which while who whom whose why with within would yet you your yours yourself \
    yourselves
    """.split(separator: " ").map { Array($0.utf8) })
}
