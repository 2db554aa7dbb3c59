internal import Corpus
internal import Segment
internal import Text

/// Gathers documents into one segment file.
struct SegmentBuilder: ~Copyable {
  private var writer: SegmentWriter
  private var inverter = Inverter()
  private var buffer = TokenBuffer()
  private var name: ContentName
  private let analyzer = Analyzer()

  init(creating path: String, pipeline: String) throws(SegmentError) {
    writer = try SegmentWriter(creating: path)
    name = ContentName(pipeline: pipeline)
  }

  /// Words in the documents so far.
  var wordCount: Int { inverter.wordCount }

  /// Adds a document and the hash of the bytes it was read from.
  mutating func add(_ document: Document, digest: [UInt8]) throws(SegmentError) {
    name.add(path: document.path, digest: digest)
    try writer.beginDocument(
      StoredDocument(document), digest: digest, headings: document.sections.map(\.headings))
    for paragraph in document.paragraphs {
      analyzer.analyze(paragraph.utf8.span, into: &buffer)
      inverter.addUnit(buffer)
      try writer.addUnit(StoredUnit(paragraph), wordCount: buffer.wordCount)
    }
  }

  /// Writes the lists and ends the file.
  consuming func finish() throws(SegmentError) -> Manifest.Segment {
    try inverter.write(to: &writer)
    let (documentCount, unitCount) = (writer.documentCount, writer.unitCount)
    let byteCount = try writer.finish()
    return Manifest.Segment(
      name: name.hex, byteCount: byteCount, documentCount: documentCount, unitCount: unitCount,
      wordCount: inverter.wordCount)
  }
}

extension StoredDocument {
  init(_ document: Document) {
    self.init(
      id: document.id, path: document.path, title: document.title,
      days: document.date.map { $0.first...$0.last }, kind: document.kind, publisher: document.publisher,
      language: document.language, symbol: document.symbol)
  }
}

extension StoredUnit {
  init(_ paragraph: Paragraph) {
    self.init(
      heading: paragraph.section, kind: paragraph.kind.rawValue, text: paragraph.utf8,
      pieces: paragraph.pieces.map {
        StoredPiece(textOffset: $0.textOffset, line: $0.line, column: $0.column)
      },
      endLine: paragraph.endLine)
  }
}
