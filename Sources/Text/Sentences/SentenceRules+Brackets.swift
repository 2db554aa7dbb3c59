/// Brackets behind a stop: references that belong to the sentence before, numbers of items, sentences of their own.
extension SentenceRules {
  /// The verdict on a stop that a round or square bracket follows; nil when none does, or a sentence stands in it.
  static func verdictOnBracket(behind stop: SentenceStop, in text: Span<UInt8>) -> SentenceVerdict? {
    guard let bracket = SentenceBracket(at: stop.end, in: text) else { return nil }
    let isReference = bracket.isReference(in: text)
    guard let end = bracket.end else { return isReference ? .goesOn(from: stop.end) : nil }
    if stop.hasSpace, bracket.isItemNumber(in: text) || bracket.isDirection(in: text) {
      return .ends(at: stop.end)
    }
    if bracket.endsSentence(in: text) {
      let belongsBefore = bracket.isSquare || isReference || !bracket.hasWord(in: text)
      return belongsBefore ? verdict(behind: end, in: text) : nil
    }
    let isInText = text.sentenceBreak(at: text.endOfSpaces(from: end)) == .lower && !isReference
    if isInText, bracket.isSquare, text.sentenceBreak(at: bracket.start) == .upper {
      return .ends(at: stop.end)
    }
    return verdict(behind: end, in: text)
  }
}
