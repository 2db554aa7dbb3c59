internal import Query

/// What of a unit can be shown: its paragraphs, and the statements in them.
struct UnitText {
  /// A run of words of one paragraph.
  struct Span: Equatable {
    /// Index into `paragraphs`.
    var paragraph: Int
    /// Positions of words in it.
    var positions: Range<UInt32>

    func contains(_ interval: Interval) -> Bool {
      interval.start >= positions.lowerBound && interval.end <= positions.upperBound
    }
  }

  /// A statement, or the piece of one that stands in the unit.
  struct Statement {
    var spans: [Span]
    var speakers: Set<Int>
    var mode: UInt8
    var evidence: String
  }

  struct Paragraph {
    /// UTF-8.
    var text: [UInt8]
    var sentences: SentenceStarts
    /// The headings that it stands under.
    var headings: [String]
  }

  var paragraphs: [Paragraph]
  /// What of the paragraphs is the unit's, in order; nil for all.
  var spans: [Span]?
  /// What "in one statement" is asked of.
  var statements: [Statement]
  /// The days its document is dated.
  var days: ClosedRange<Int32>?
  /// The numbers of the speakers who go by each name of the query.
  var speakers: [SpeakerName: Set<Int>]
  /// Whether a test of documents is true of its document.
  var passes: (DocumentTest) -> Bool
}
