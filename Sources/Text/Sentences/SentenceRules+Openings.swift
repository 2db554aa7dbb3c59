/// Full stops that scans and machines read for commas behind the opening of a sentence.
extension SentenceRules {
  /// Whether all that stands before `stop` opens a sentence and is none: an adverb (However. Lebanon), or up to five
  /// words behind a preposition (In that regard. I would like).
  static func isOpeningPhrase(before stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    guard stop.start <= mostOpeningBytes, stop.hasSpace else { return false }
    let nextBreak = text.sentenceBreak(at: stop.end)
    guard nextBreak == .upper || nextBreak == .numeric else { return false }
    let first = 0..<text.endOfASCIILetters(from: 0)
    guard !first.isEmpty, first.count <= ShortWord.mostBytes else { return false }
    let word = ShortWord(first, in: text)
    if first.upperBound == stop.start { return adverbs.contains(word) }
    guard prepositions.contains(word) else { return false }
    let next = stop.end..<text.endOfASCIILetters(from: stop.end)
    // In a row of fragments each is a sentence: "In Gaza. In Sudan."
    if next.count <= ShortWord.mostBytes, prepositions.contains(ShortWord(next, in: text)) { return false }
    return isPhrase(from: first.upperBound, to: stop.start, in: text)
  }

  private static let mostOpeningBytes = 48

  /// Whether up to four words follow, of letters, digits and hyphens, none of them a verb or the like.
  private static func isPhrase(from start: Int, to end: Int, in text: Span<UInt8>) -> Bool {
    var (offset, wordCount) = (start, 0)
    while offset < end {
      guard text.has(" ", at: offset), offset + 1 < end else { return false }
      let wordStart = offset + 1
      offset = wordStart
      while offset < end, !text.has(" ", at: offset) {
        guard text.isASCIILetter(at: offset) || text.isASCIIDigit(at: offset) || text.has("-", at: offset)
        else {
          return false
        }
        offset += 1
      }
      wordCount += 1
      guard wordCount <= 4, offset - wordStart <= ShortWord.mostBytes, offset > wordStart,
        !finite.contains(ShortWord(wordStart..<offset, in: text))
      else { return false }
    }
    return true
  }

  private static let adverbs = ShortWord.words(
    "however moreover furthermore firstly secondly thirdly finally lastly currently meanwhile therefore nevertheless "
      + "nonetheless similarly consequently accordingly yet thus hence likewise additionally instead and but indeed "
      + "unfortunately recently")

  private static let prepositions = ShortWord.words(
    "in on at to since by during despite from under with within")

  /// Verbs, and the nouns of phrases that stand alone: On the contrary. To no avail.
  private static let finite = ShortWord.words(
    "is are was were has had have will can must lies lie stands stand comes came goes contrary avail course"
  )
}
