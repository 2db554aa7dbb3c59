/// The word boundary rules of UAX #29, revision 41 (Unicode 15.0), section 4.1.1.
///
/// Text falls into segments; a boundary stands before and after each. The state is the class of the last two
/// scalars that rule WB4 does not pass over, so a segment costs one look at each of its scalars, and one more
/// at what follows an apostrophe, a full stop or the like.
package struct WordBoundaries {
  /// Whether underscores and their kin join words (WB13a, WB13b), as UAX #29 has it; if not, their class counts
  /// as Other and each stands between words.
  package var joinsAtUnderscores: Bool

  package init(joinsAtUnderscores: Bool = true) {
    self.joinsAtUnderscores = joinsAtUnderscores
  }

  /// What stands between two boundaries.
  package struct Segment: Equatable, Sendable {
    /// The offset just past the segment.
    package var end: Int
    /// Whether a letter or a digit stands in it.
    package var isWord: Bool
  }

  /// The segment that starts at `start`, which must be a boundary before the end of `text`.
  ///
  /// - Complexity: O(*n*) for a segment of *n* bytes.
  package func segment(from start: Int, in text: Span<UInt8>) -> Segment {
    let first = text.scalar(at: start)
    let properties = ScalarProperties(of: first.value)
    var segment = Segment(end: start + first.byteCount, isWord: properties.isWordScalar)
    var last = wordBreak(of: properties)
    guard !last.isLineBreak else {  // WB3, WB3a
      let isPair = last == .carriageReturn && segment.end < text.count && text[segment.end] == 0x0A
      segment.end += isPair ? 1 : 0
      return segment
    }
    var context = Context(last: last)
    while segment.end < text.count {
      let scalar = text.scalar(at: segment.end)
      let properties = ScalarProperties(of: scalar.value)
      let next = wordBreak(of: properties)
      let after = segment.end + scalar.byteCount
      if last == .zeroWidthJoiner && properties.isPictographic {  // WB3c
        context.take(next)
      } else if last == .segmentSpace && next == .segmentSpace {  // WB3d
        context.take(next)
      } else if !next.isIgnorable {  // WB4 passes over the ignorable
        guard !next.isLineBreak, joins(context, next, followedBy: after, in: text) else { break }
        context.take(next)
      }
      last = next
      segment.isWord = segment.isWord || properties.isWordScalar
      segment.end = after
    }
    return segment
  }

  /// The classes before a possible boundary, without the ignorable.
  private struct Context {
    var last: WordBreakClass
    var beforeLast = WordBreakClass.other
    /// Whether `last` is the first half of a flag.
    var isHalfFlag: Bool

    init(last: WordBreakClass) {
      self.last = last
      isHalfFlag = last == .regionalIndicator
    }

    mutating func take(_ next: WordBreakClass) {
      beforeLast = last
      last = next
      isHalfFlag = next == .regionalIndicator && !isHalfFlag
    }
  }

  private func wordBreak(of properties: ScalarProperties) -> WordBreakClass {
    let value = properties.wordBreak
    return value == .extendNumLet && !joinsAtUnderscores ? .other : value
  }

  /// Whether no boundary stands between `context` and a scalar of class `next`: rules WB5 to WB16.
  private func joins(
    _ context: Context, _ next: WordBreakClass, followedBy offset: Int, in text: Span<UInt8>
  ) -> Bool {
    let last = context.last
    switch next {
    case .letter, .hebrewLetter:
      if last.isLetter || last == .numeric || last == .extendNumLet { return true }  // WB5, WB10, WB13b
      if last == .doubleQuote {  // WB7c
        return context.beforeLast == .hebrewLetter && next == .hebrewLetter
      }
      return (last == .midLetter || last.isMidNumLetQ) && context.beforeLast.isLetter  // WB7
    case .numeric:
      if last == .numeric || last.isLetter || last == .extendNumLet { return true }  // WB8, WB9, WB13b
      return (last == .midNum || last.isMidNumLetQ) && context.beforeLast == .numeric  // WB11
    case .midLetter, .midNumLet, .singleQuote, .midNum:
      if last == .hebrewLetter && next == .singleQuote { return true }  // WB7a
      let isLetterMid = last.isLetter && next != .midNum
      if isLetterMid { return nextClass(from: offset, in: text).isLetter }  // WB6
      let isNumericMid = last == .numeric && next != .midLetter
      if isNumericMid { return nextClass(from: offset, in: text) == .numeric }  // WB12
      return false
    case .doubleQuote:  // WB7b
      return last == .hebrewLetter && nextClass(from: offset, in: text) == .hebrewLetter
    case .katakana:  // WB13, WB13b
      return last == .katakana || last == .extendNumLet
    case .extendNumLet:  // WB13a
      return last.isLetter || last == .numeric || last == .katakana || last == .extendNumLet
    case .regionalIndicator:  // WB15, WB16
      return context.isHalfFlag
    default:  // WB999
      return false
    }
  }

  /// The class of the first scalar from `offset` on that WB4 does not pass over; Other at the end.
  private func nextClass(from offset: Int, in text: Span<UInt8>) -> WordBreakClass {
    var offset = offset
    while offset < text.count {
      let scalar = text.scalar(at: offset)
      let value = wordBreak(of: ScalarProperties(of: scalar.value))
      guard value.isIgnorable else { return value }
      offset += scalar.byteCount
    }
    return .other
  }
}
