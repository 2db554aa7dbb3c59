/// What a rule says of a stop.
enum SentenceVerdict: Equatable {
  /// The sentence goes on; the next stop is sought from this offset on.
  case goesOn(from: Int)
  /// The sentence ends at this offset, or at the end of the white space behind it.
  case ends(at: Int)
}

/// The rules of this field, each a step that has a verdict on a stop or none. ``SentenceBreaker`` lists them.
enum SentenceRules {
  /// The verdict of the first rule that has one; nil leaves the stop to UAX #29.
  ///
  /// - Parameters:
  ///   - stop: Behind it, text goes on in the same paragraph.
  ///   - start: Where the sentence starts; a letter or digit stands between it and the stop.
  static func verdict(
    on stop: SentenceStop, ofSentenceFrom start: Int, in text: Span<UInt8>
  ) -> SentenceVerdict? {
    if isTerminatorNext(after: stop, in: text) || isRemark(stop, in: text) { return .goesOn(from: stop.end) }
    if stop.isFullStop {
      if isItemNumber(before: stop, ofSentenceFrom: start, in: text) { return .goesOn(from: stop.end) }
      if !stop.hasClosingMarks, isAbbreviated(at: stop, in: text) { return .goesOn(from: stop.end) }
      if isOpening(before: stop, ofSentenceFrom: start, in: text) { return .goesOn(from: stop.end) }
      if opensWithEllipsis(at: stop, ofSentenceFrom: start, in: text) { return .goesOn(from: stop.end) }
    }
    if let end = endOfFootnoteMark(behind: stop, in: text) { return verdict(behind: end, in: text) }
    if let verdict = verdictOnBracket(behind: stop, in: text) { return verdict }
    if let end = endOfStrayQuotationMark(behind: stop, in: text) { return verdict(behind: end, in: text) }
    if stop.isFullStop {
      if opensWithFigure(behind: stop, in: text) { return .ends(at: stop.end) }
      if let verdict = verdictOnDash(behind: stop, in: text) { return verdict }
      if isGlued(at: stop, in: text) { return .ends(at: stop.end) }
    } else if text.sentenceBreak(at: text.endOfMarks(from: stop.end)) == .lower {
      return .goesOn(from: stop.end)
    }
    return nil
  }

  /// The verdict on a stop to which everything up to `end` belongs: a footnote mark, a bracket.
  static func verdict(behind end: Int, in text: Span<UInt8>) -> SentenceVerdict {
    let end = SentenceBoundaries(isTailored: true).skip(.close, from: end, in: text)
    let next = text.endOfSpaces(from: end)
    switch text.sentenceBreak(at: next) {
    case .lower, .sContinue, .aTerm, .sTerm: return .goesOn(from: end)
    case .other where text.has(";", at: next): return .goesOn(from: end)
    default: return .ends(at: end)
    }
  }

  private static func isTerminatorNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    let boundaries = SentenceBoundaries(isTailored: true)
    return boundaries.sentenceBreak(of: text.scalar(at: stop.end)).isTerminator
  }

  /// Whether nothing but `stop` stands in its brackets: a real (?) Union.
  private static func isRemark(_ stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    !stop.isFullStop && text.has("(", at: stop.start - 1) && text.has(")", at: stop.terminatorEnd)
  }
}
