/// What a rule says of a stop.
enum SentenceVerdict {
  /// The sentence goes on; the next stop is sought from this offset on.
  case goesOn(from: Int)
  /// The sentence ends at this offset, or at the end of the white space behind it.
  case ends(at: Int)
}

/// The rules of this field, each a step that has a verdict on a stop or none. ``SentenceBreaker`` lists them.
///
/// All read a text that starts with the sentence, so none depends on what stands before it.
enum SentenceRules {
  /// What finds the stops, and decides where no rule does.
  static let boundaries = SentenceBoundaries(isTailored: true)

  /// The verdict of the first rule that has one; nil leaves the stop to UAX #29.
  ///
  /// - Parameters:
  ///   - stop: A letter or digit stands before it, and text in the same paragraph behind it.
  ///   - isAnswer: Whether the sentence before is a question.
  static func verdict(
    on stop: SentenceStop, in text: Span<UInt8>, isAnswer: Bool
  ) -> SentenceVerdict? {
    // The last of a row of terminators decides; so each row is read back once only.
    if isTerminatorNext(after: stop, in: text) || isRemark(stop, in: text) { return .goesOn(from: stop.end) }
    if stop.isFullStop, goesOn(behind: stop, in: text, isAnswer: isAnswer) { return .goesOn(from: stop.end) }
    if let end = endOfFootnoteMark(behind: stop, in: text) { return verdict(behind: end, in: text) }
    if let verdict = verdictOnBracket(behind: stop, in: text) { return verdict }
    if let end = endOfStrayQuotationMark(behind: stop, in: text) { return verdict(behind: end, in: text) }
    if stop.isFullStop {
      if opensWithFigure(behind: stop, in: text) { return .ends(at: stop.end) }
      if let verdict = verdictOnDash(behind: stop, in: text) { return verdict }
      if let verdict = verdictOnGlue(behind: stop, in: text) { return verdict }
    } else if text.sentenceBreak(at: text.endOfMarks(from: stop.end)) == .lower {
      return .goesOn(from: stop.end)
    }
    return nil
  }

  /// Whether what stands before the full stop is not the end of a sentence.
  private static func goesOn(behind stop: SentenceStop, in text: Span<UInt8>, isAnswer: Bool) -> Bool {
    if opensWithEllipsis(at: stop, in: text) { return true }
    guard !stop.hasClosingMarks else { return false }
    return isItemNumber(before: stop, in: text) || isAbbreviated(at: stop, in: text)
      || (!isAnswer && isOpeningPhrase(before: stop, in: text))
  }

  /// The verdict on a stop to which everything up to `end` belongs: a footnote mark, a bracket.
  static func verdict(behind end: Int, in text: Span<UInt8>) -> SentenceVerdict {
    let end = boundaries.skip(.close, from: end, in: text)
    let next = text.endOfSpaces(from: end)
    guard next < text.count else { return .ends(at: end) }
    switch boundaries.sentenceBreak(of: text.scalar(at: next)) {
    case .lower, .sContinue, .aTerm, .sTerm: return .goesOn(from: end)
    case .other where text.has(";", at: next): return .goesOn(from: end)
    default: return .ends(at: end)
    }
  }

  private static func isTerminatorNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    boundaries.sentenceBreak(of: text.scalar(at: stop.end)).isTerminator
  }

  /// Whether nothing but `stop` stands in its brackets: a real (?) Union.
  private static func isRemark(_ stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    !stop.isFullStop && text.has("(", at: stop.start - 1) && text.has(")", at: stop.terminatorEnd)
  }
}
