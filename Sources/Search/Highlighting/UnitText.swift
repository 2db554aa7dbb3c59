internal import Query

/// What of a unit can be shown: its paragraphs, and the statements in them.
struct UnitText {
  /// A run of words of one paragraph.
  struct Span: Equatable {
    /// Index into `paragraphs`.
    var paragraph: Int
    /// Positions of words in it.
    var positions: Range<UInt32>

    func contains(_ first: Int32, _ last: Int32) -> Bool {
      UInt32(first) >= positions.lowerBound && UInt32(last) < positions.upperBound
    }
  }

  /// A statement, or the piece of one that stands in the unit.
  struct Statement {
    var spans: [Span]
    var speakers: Set<Int>
    var mode: UInt8
  }

  /// UTF-8.
  var paragraphs: [[UInt8]]
  /// What of the paragraphs is the unit's, in order; nil for all.
  var spans: [Span]?
  /// What "in one statement" is asked of.
  var statements: [Statement]
  /// The days its document is dated.
  var days: ClosedRange<Int32>?
  /// The numbers of the speakers who go by a name.
  var speakers: (SpeakerName) -> Set<Int>
}
