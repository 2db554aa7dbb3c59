internal import Corpus
internal import Segment

/// A document as it will stand in a segment, but for the numbers that depend on what stands before it.
struct IndexedDocument: Sendable {
  struct Unit: Sendable {
    var stored: StoredUnit
    var wordCount: Int
    /// See ``SignatureMaker``.
    var signature: UInt64
    /// The words that statements have, each by its place in the document's `statements`.
    var places: [StatementPlacer.Place]
  }

  var stored: StoredDocument
  /// The SHA-256 of its source.
  var digest: [UInt8]
  var headings: [[String]]
  var units: [Unit]
  /// In the order of their first words; speakers by their place in `speakers`.
  var statements: [StoredStatement]
  var speakers: [StoredSpeaker]
}

/// What a group, or a part of one, becomes: documents that follow one another, and their postings.
struct GroupPart: Sendable {
  /// A source all of whose documents are in this part or before it.
  struct Source: Sendable {
    var file: SourceFile
    /// The SHA-256 of its bytes.
    var digest: [UInt8]
    var warnings: [Warning]
    var counts: IngestCounts
  }

  var documents: [IndexedDocument]
  var postings: InvertedGroup
  var sources: [Source]
}
