import Text

/// The rules of UAX #29 as they are written there: one question for each place between two scalars.
struct ReferenceBoundaries {
  private let classes: [WordBreakClass]
  private let scalars: [UInt32]

  init(of scalars: [UInt32], joinsAtUnderscores: Bool = true) {
    self.scalars = scalars
    classes = scalars.map {
      let value = ScalarProperties(of: $0).wordBreak
      return value == .extendNumLet && !joinsAtUnderscores ? .other : value
    }
  }

  /// The segments, as ranges of scalars.
  var segments: [Range<Int>] {
    let boundaries = (0...scalars.count).filter(isBoundary)
    return zip(boundaries, boundaries.dropFirst()).map { $0..<$1 }
  }

  /// Whether a boundary stands before the scalar at `place`.
  private func isBoundary(before place: Int) -> Bool {
    guard place > 0, place < scalars.count else { return true }  // WB1, WB2
    let (left, right) = (classes[place - 1], classes[place])
    if left == .carriageReturn && right == .lineFeed { return false }  // WB3
    if left.isLineBreak || right.isLineBreak { return true }  // WB3a, WB3b
    let isPictographic = ScalarProperties(of: scalars[place]).isPictographic
    if left == .zeroWidthJoiner && isPictographic { return false }  // WB3c
    if left == .segmentSpace && right == .segmentSpace { return false }  // WB3d
    if right.isIgnorable { return false }  // WB4
    guard let leftPlace = lastCounting(before: place) else { return true }
    let a = classes[leftPlace]
    let beforeA = lastCounting(before: leftPlace).map { classes[$0] } ?? .other
    let b = right
    let afterB = nextCounting(after: place).map { classes[$0] } ?? .other
    if a.isLetter && b.isLetter { return false }  // WB5
    if a.isLetter && (b == .midLetter || b.isMidNumLetQ) && afterB.isLetter { return false }  // WB6
    if beforeA.isLetter && (a == .midLetter || a.isMidNumLetQ) && b.isLetter { return false }  // WB7
    if a == .hebrewLetter && b == .singleQuote { return false }  // WB7a
    if a == .hebrewLetter && b == .doubleQuote && afterB == .hebrewLetter { return false }  // WB7b
    if beforeA == .hebrewLetter && a == .doubleQuote && b == .hebrewLetter { return false }  // WB7c
    if a == .numeric && b == .numeric { return false }  // WB8
    if a.isLetter && b == .numeric { return false }  // WB9
    if a == .numeric && b.isLetter { return false }  // WB10
    if beforeA == .numeric && (a == .midNum || a.isMidNumLetQ) && b == .numeric { return false }  // WB11
    if a == .numeric && (b == .midNum || b.isMidNumLetQ) && afterB == .numeric { return false }  // WB12
    if a == .katakana && b == .katakana { return false }  // WB13
    let joinsUnderscore = { (x: WordBreakClass) in x.isLetter || x == .numeric || x == .katakana }
    if (joinsUnderscore(a) || a == .extendNumLet) && b == .extendNumLet { return false }  // WB13a
    if a == .extendNumLet && joinsUnderscore(b) { return false }  // WB13b
    if b == .regionalIndicator { return indicatorCount(before: place).isMultiple(of: 2) }  // WB15, WB16
    return true  // WB999
  }

  /// The last scalar before `place` that rule WB4 does not pass over; nil when none stands in the line.
  private func lastCounting(before place: Int) -> Int? {
    for candidate in (0..<place).reversed() {
      if classes[candidate].isLineBreak { return nil }
      if !classes[candidate].isIgnorable { return candidate }
    }
    return nil
  }

  private func nextCounting(after place: Int) -> Int? {
    (place + 1..<scalars.count).first { !classes[$0].isIgnorable }
  }

  private func indicatorCount(before place: Int) -> Int {
    var (count, place) = (0, place)
    while let last = lastCounting(before: place), classes[last] == .regionalIndicator {
      count += 1
      place = last
    }
    return count
  }
}
