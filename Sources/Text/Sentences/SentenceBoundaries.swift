/// The sentence boundary rules of UAX #29, revision 41 (Unicode 15.0), section 5.1.
///
/// A sentence can end only behind a terminator or a paragraph separator, so the text is searched for these; of
/// ASCII, one look at a byte table tells. ``SentenceBreaker`` builds on this.
package struct SentenceBoundaries: Sendable {
  /// Whether two properties are tailored, as UAX #29 allows: the ellipsis (U+2026) is a full stop (ATerm), since it
  /// is three of them elsewhere; and opening brackets and quotation marks close nothing (Close), so that one glued
  /// to a full stop opens the next sentence.
  package var isTailored: Bool

  package init(isTailored: Bool = false) {
    self.isTailored = isTailored
  }

  /// The offset just past the sentence that starts at `start`, which must be a boundary before the end of `text`.
  ///
  /// - Complexity: O(*n*) for a sentence of *n* bytes; what follows it is read up to the next terminator or letter.
  package func end(ofSentenceFrom start: Int, in text: Span<UInt8>) -> Int {
    var offset = start
    while let stop = nextStop(from: offset, in: text) {
      if isBoundary(after: stop, in: text) { return stop.end }
      offset = stop.end
    }
    return text.count
  }

  /// The first stop at `start` or later; nil when none is left.
  func nextStop(from start: Int, in text: Span<UInt8>) -> SentenceStop? {
    var offset = start
    while offset < text.count {
      switch SentenceScan.table[Int(text[offset])] {
      case SentenceScan.inside:
        offset += 1
      case SentenceScan.mayEnd:
        return stop(at: offset, in: text)
      default:
        let scalar = text.scalar(at: offset)
        let value = sentenceBreak(of: scalar)
        if value.isTerminator || value == .separator { return stop(at: offset, in: text) }
        offset += scalar.byteCount
      }
    }
    return nil
  }

  /// The stop whose terminator or paragraph separator stands at `start`.
  private func stop(at start: Int, in text: Span<UInt8>) -> SentenceStop {
    let scalar = text.scalar(at: start)
    let value = sentenceBreak(of: scalar)
    guard value.isTerminator else {
      let end = separatorEnd(at: start, in: text)
      return SentenceStop(start: start, terminatorEnd: start, closeEnd: start, end: end, endsParagraph: true)
    }
    let terminatorEnd = skip(nil, from: start + scalar.byteCount, in: text)
    let closeEnd = skip(.close, from: terminatorEnd, in: text)
    let spaceEnd = skip(.space, from: closeEnd, in: text)
    let end = separatorEnd(at: spaceEnd, in: text)
    return SentenceStop(
      start: start, terminatorEnd: terminatorEnd, closeEnd: closeEnd, end: end, isFullStop: value == .aTerm,
      endsParagraph: end > spaceEnd)
  }

  /// Passes over scalars of class `wanted` and, by SB5, over the ignorable.
  func skip(_ wanted: SentenceBreakClass?, from start: Int, in text: Span<UInt8>) -> Int {
    var offset = start
    while offset < text.count {
      let scalar = text.scalar(at: offset)
      let value = sentenceBreak(of: scalar)
      guard value == wanted || value.isIgnorable else { break }
      if isTailored, value == .close, OpeningMark.stands(at: offset, in: text) { break }
      offset += scalar.byteCount
    }
    return offset
  }

  /// Just past the paragraph separator at `offset` (SB3: CR and LF are one); `offset` when there is none.
  private func separatorEnd(at offset: Int, in text: Span<UInt8>) -> Int {
    guard offset < text.count else { return offset }
    let scalar = text.scalar(at: offset)
    let value = sentenceBreak(of: scalar)
    guard value.isParagraphSeparator else { return offset }
    let end = offset + scalar.byteCount
    return value == .carriageReturn && end < text.count && text[end] == 0x0A ? end + 1 : end
  }

  /// Whether a sentence ends at the end of `stop`: rules SB4 and SB6 to SB11.
  func isBoundary(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    guard !stop.endsParagraph, stop.end < text.count else { return true }  // SB4, SB2
    let next = sentenceBreak(of: text.scalar(at: stop.end))
    if stop.isFullStop {
      if stop.end == stop.terminatorEnd {
        if next == .numeric { return false }  // SB6
        if next == .upper, isCased(before: stop.start, in: text) { return false }  // SB7
      }
      if isLowerNext(from: stop.end, in: text) { return false }  // SB8
    }
    return next != .sContinue && !next.isTerminator  // SB8a, SB11
  }

  /// The class of `scalar`, tailored if the rules are.
  func sentenceBreak(of scalar: DecodedScalar) -> SentenceBreakClass {
    isTailored && scalar.value == 0x2026 ? .aTerm : SentenceBreakClass(of: scalar.value)
  }

  /// Whether the first letter, terminator or paragraph separator from `offset` on is a lower-case letter.
  private func isLowerNext(from offset: Int, in text: Span<UInt8>) -> Bool {
    var offset = offset
    while offset < text.count {
      let scalar = text.scalar(at: offset)
      let value = sentenceBreak(of: scalar)
      if value.isLetter || value.isTerminator || value.isParagraphSeparator { return value == .lower }
      offset += scalar.byteCount
    }
    return false
  }

  /// Whether an upper-case or lower-case letter stands before `offset`, the ignorable passed over.
  private func isCased(before offset: Int, in text: Span<UInt8>) -> Bool {
    var offset = offset
    while let scalar = text.scalar(before: offset) {
      let value = sentenceBreak(of: scalar)
      guard value.isIgnorable else { return value == .upper || value == .lower }
      offset -= scalar.byteCount
    }
    return false
  }
}
