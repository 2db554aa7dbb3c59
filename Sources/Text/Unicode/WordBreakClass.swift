/// The Word_Break property: the letters in which the rules of UAX #29 are written.
///
/// Raw values are those in ``UnicodeTables``.
package enum WordBreakClass: UInt8, CaseIterable, Sendable {
  case other, carriageReturn, lineFeed, newline, extend, zeroWidthJoiner, format
  case letter, hebrewLetter, numeric, katakana, extendNumLet
  case midLetter, midNum, midNumLet, singleQuote, doubleQuote
  case regionalIndicator, segmentSpace

  /// Hebrew_Letter or ALetter: the rules' `AHLetter`.
  package var isLetter: Bool { self == .letter || self == .hebrewLetter }

  /// MidNumLet or Single_Quote: the rules' `MidNumLetQ`.
  package var isMidNumLetQ: Bool { self == .midNumLet || self == .singleQuote }

  /// CR, LF or Newline, on both sides of which a boundary stands.
  package var isLineBreak: Bool { self == .carriageReturn || self == .lineFeed || self == .newline }

  /// What rule WB4 passes over: Extend, Format and ZWJ.
  package var isIgnorable: Bool { self == .extend || self == .format || self == .zeroWidthJoiner }
}

/// What ``UnicodeTables`` knows about one scalar, but its folding.
package struct ScalarProperties: Sendable {
  /// The version of Unicode that the properties are from.
  package static let unicodeVersion = UnicodeTables.version

  private let bits: UInt8

  /// - Complexity: O(1): two loads.
  @inline(__always)
  package init(of scalar: UInt32) {
    let block = Int(scalar >> UnicodeTables.blockShift)
    guard block < UnicodeTables.propertyBlockCount else {
      bits = 0
      return
    }
    let start =
      Int(PackedTable.byte(block, of: UnicodeTables.propertyStage1)) << Int(UnicodeTables.blockShift)
    bits = PackedTable.byte(start + Int(scalar & UnicodeTables.blockMask), of: UnicodeTables.propertyStage2)
  }

  /// The scalar's part in the rules.
  package var wordBreak: WordBreakClass {
    // The generator numbers the classes as the enumeration does; a test walks over all scalars.
    WordBreakClass(rawValue: bits & 0x1F) ?? .other
  }

  /// Whether the scalar makes its segment a word: a letter or a digit.
  package var isWordScalar: Bool { bits & 0x20 != 0 }

  /// Extended_Pictographic: an emoji, or room kept for one.
  package var isPictographic: Bool { bits & 0x40 != 0 }

  /// A capital letter (general category Lu).
  package var isCapital: Bool { bits & 0x80 != 0 }
}
