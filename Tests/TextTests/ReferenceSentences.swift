import Text

/// The rules of UAX #29 for sentences as they are written there: one question for each place between two scalars.
struct ReferenceSentences {
  private let classes: [SentenceBreakClass]

  init(of scalars: [UInt32], isTailored: Bool = false) {
    classes = scalars.indices.map { place in
      isTailored
        ? Self.tailored(scalars, at: place) : SentenceBreakClass(of: scalars[place])
    }
  }

  /// The class of a scalar under the tailoring of ``SentenceBoundaries/isTailored``.
  private static func tailored(_ scalars: [UInt32], at place: Int) -> SentenceBreakClass {
    if scalars[place] == 0x2026 { return .aTerm }
    let isBracket = [0x28, 0x5B, 0x7B].contains(scalars[place])
    let isQuotation = [0x2018, 0x201A, 0x201C, 0x201E].contains(scalars[place])
    let next = place + 1 < scalars.count ? SentenceBreakClass(of: scalars[place + 1]) : .space
    let isBeforeSpace = next == .space || next.isParagraphSeparator
    return isBracket || (isQuotation && !isBeforeSpace) ? .other : SentenceBreakClass(of: scalars[place])
  }

  /// The sentences, as ranges of scalars.
  var sentences: [Range<Int>] {
    guard !classes.isEmpty else { return [] }
    let boundaries = (0...classes.count).filter(isBoundary)
    return zip(boundaries, boundaries.dropFirst()).map { $0..<$1 }
  }

  /// Whether a boundary stands before the scalar at `place`.
  private func isBoundary(before place: Int) -> Bool {
    guard place > 0, place < classes.count else { return true }  // SB1, SB2
    let (left, right) = (classes[place - 1], classes[place])
    if left == .carriageReturn && right == .lineFeed { return false }  // SB3
    if left.isParagraphSeparator { return true }  // SB4
    if right.isIgnorable { return false }  // SB5
    let before = counting(0..<place)
    let after = counting(place..<classes.count)
    if before.last == .aTerm {
      if right == .numeric { return false }  // SB6
      let last = before.dropLast().last
      if right == .upper && (last == .upper || last == .lower) { return false }  // SB7
    }
    let closing = before.drop(suffix: .space).drop(suffix: .close)
    if closing.last == .aTerm {  // SB8
      let next = after.first { $0.isLetter || $0.isParagraphSeparator || $0.isTerminator }
      if next == .lower { return false }
    }
    let isAfterTerminator = closing.last?.isTerminator == true
    if isAfterTerminator && (right == .sContinue || right.isTerminator) { return false }  // SB8a
    let isEnding = right == .space || right.isParagraphSeparator
    let isAfterClose = before.drop(suffix: .close).last?.isTerminator == true
    if isAfterClose && (right == .close || isEnding) { return false }  // SB9
    if isAfterTerminator { return !isEnding }  // SB10, SB11
    return false  // SB998
  }

  /// The classes in `range` that rule SB5 does not pass over; behind a separator and at the start they count.
  private func counting(_ range: Range<Int>) -> [SentenceBreakClass] {
    range.filter { place in
      !classes[place].isIgnorable || place == 0 || classes[place - 1].isParagraphSeparator
    }.map { classes[$0] }
  }
}

extension Collection where Element == SentenceBreakClass, Self: BidirectionalCollection {
  /// The collection without the elements of class `value` at its end.
  fileprivate func drop(suffix value: SentenceBreakClass) -> [SentenceBreakClass] {
    Array(reversed().drop { $0 == value }.reversed())
  }
}
