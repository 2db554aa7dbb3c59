/// The Sentence_Break property: the letters in which the rules of UAX #29 for sentences are written.
///
/// Raw values are those in ``SentenceTables``.
package enum SentenceBreakClass: UInt8, CaseIterable, Sendable {
  case other, carriageReturn, lineFeed, separator, extend, format, space
  case lower, upper, otherLetter, numeric
  /// The full stop and its kin, which also end abbreviations.
  case aTerm
  /// The question mark, the exclamation mark and their kin.
  case sTerm
  /// Brackets and quotation marks, opening ones too.
  case close
  case sContinue

  /// - Complexity: O(1): two loads.
  @inline(__always)
  package init(of scalar: UInt32) {
    let block = Int(scalar >> UnicodeTables.blockShift)
    guard block < SentenceTables.blockCount else {
      self = .other
      return
    }
    let start = Int(PackedTable.byte(block, of: SentenceTables.stage1)) << Int(UnicodeTables.blockShift)
    let value = PackedTable.byte(start + Int(scalar & UnicodeTables.blockMask), of: SentenceTables.stage2)
    // The generator numbers the classes as the enumeration does; a test walks over all scalars.
    self = SentenceBreakClass(rawValue: value) ?? .other
  }

  /// CR, LF or Sep: the rules' `ParaSep`.
  package var isParagraphSeparator: Bool {
    self == .carriageReturn || self == .lineFeed || self == .separator
  }

  /// STerm or ATerm: the rules' `SATerm`.
  package var isTerminator: Bool { self == .aTerm || self == .sTerm }

  /// What rule SB5 passes over: Extend and Format.
  package var isIgnorable: Bool { self == .extend || self == .format }

  /// Lower, Upper or OLetter.
  package var isLetter: Bool { self == .lower || self == .upper || self == .otherLetter }
}
