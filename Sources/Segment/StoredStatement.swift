/// What a segment is given of a statement.
package struct StoredStatement: Equatable, Sendable {
  /// Words of a unit of the document.
  package struct Span: Equatable, Sendable {
    /// The unit's number in the document, from 0.
    package var unit: Int
    /// Positions of words in it; not empty.
    package var positions: Range<UInt32>

    package init(unit: Int, positions: Range<UInt32>) {
      self.unit = unit
      self.positions = positions
    }
  }

  /// In order; at least one.
  package var spans: [Span]
  /// A speech 0, a turn 1, reported 2.
  package var mode: UInt8
  /// The numbers of all whom its speakers are, as ``SegmentWriter/number(of:)`` gave them; none if nobody is named.
  package var speakers: [Int]
  /// Who speaks, one after the other.
  package var voices: [StoredVoice]
  package var rule: String
  package var evidence: String

  package init(
    spans: [Span], mode: UInt8, speakers: [Int], voices: [StoredVoice], rule: String, evidence: String
  ) {
    self.spans = spans
    self.mode = mode
    self.speakers = speakers
    self.voices = voices
    self.rule = rule
    self.evidence = evidence
  }

  package var wordCount: Int { spans.reduce(0) { $0 + $1.positions.count } }
}

/// One of those who speak in a statement.
package struct StoredVoice: Equatable, Sendable {
  /// What to show: `France`, `Cecile Kyenge (Italy)`.
  package var name: String
  /// The number of the speaker to count it under: the state, organisation or office, else the person; nil if the corpus knows none.
  package var speaker: Int?

  package init(name: String, speaker: Int?) {
    self.name = name
    self.speaker = speaker
  }
}

/// A speaker whom statements of a segment name.
package struct StoredSpeaker: Equatable, Hashable, Sendable {
  /// What the speaker is in every index.
  package var id: String
  /// For display.
  package var name: String
  /// All names the speaker goes by, each its words, folded, with a space between.
  package var keys: [String]

  package init(id: String, name: String, keys: [String]) {
    self.id = id
    self.name = name
    self.keys = keys
  }
}
