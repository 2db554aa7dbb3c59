internal import Corpus
internal import Segment

/// Joins the groups of a segment, in order, to one file.
struct SegmentBuilder: ~Copyable {
  private var writer: SegmentWriter
  private var join: GroupJoin
  private var name: ContentName
  private var wordCount = 0

  init(creating path: String, pipeline: String, threadCount: Int) throws(SegmentError) {
    join = GroupJoin(threadCount: threadCount)
    writer = try SegmentWriter(creating: path)
    name = ContentName(pipeline: pipeline)
  }

  /// Adds the documents and sources of a part, and its postings.
  mutating func add(_ part: GroupPart) throws(SegmentError) {
    for document in part.documents { try add(document) }
    for source in part.sources { name.add(path: source.file.path, digest: source.digest) }
    join.add(part.postings)
  }

  private mutating func add(_ document: IndexedDocument) throws(SegmentError) {
    try writer.beginDocument(document.stored, digest: document.digest, headings: document.headings)
    let firstStatement = writer.statementCount
    for unit in document.units {
      join.addUnit(
        document: writer.documentCount - 1, wordCount: unit.wordCount,
        statements: unit.places.map { ($0.positions, firstStatement + $0.statement) })
      try writer.addUnit(unit.stored, wordCount: unit.wordCount, signature: unit.signature)
      wordCount += unit.wordCount
    }
    var numbers: [Int] = []
    for speaker in document.speakers { numbers.append(writer.number(of: speaker)) }
    for var statement in document.statements {
      statement.speakers = statement.speakers.map { numbers[$0] }
      statement.voices = statement.voices.map { voice in
        StoredVoice(name: voice.name, speaker: voice.speaker.map { numbers[$0] })
      }
      writer.addStatement(statement)
    }
  }

  /// Writes the lists and ends the file.
  consuming func finish() throws -> Manifest.Segment {
    try join.write(to: &writer)
    let (documentCount, unitCount) = (writer.documentCount, writer.unitCount)
    let byteCount = try writer.finish()
    return Manifest.Segment(
      name: name.hex, byteCount: byteCount, documentCount: documentCount, unitCount: unitCount,
      wordCount: wordCount)
  }
}
