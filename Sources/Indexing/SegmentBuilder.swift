internal import Corpus
internal import Segment
internal import Text

/// Gathers documents into one segment file.
struct SegmentBuilder: ~Copyable {
  private var writer: SegmentWriter
  private var inverter = Inverter()
  private var join = GroupJoin()
  private var buffer = TokenBuffer()
  private var name: ContentName
  private let analyzer = Analyzer()
  /// Of the present source.
  private var digest: [UInt8] = []
  private var nameKeys = NameKey()
  private var storedSpeakers: [Speaker: StoredSpeaker] = [:]

  init(creating path: String, pipeline: String) throws(SegmentError) {
    writer = try SegmentWriter(creating: path)
    name = ContentName(pipeline: pipeline)
  }

  /// Words in the documents so far.
  var wordCount: Int { inverter.wordCount }

  /// Begins a source, by its path and the hash of its bytes; its documents follow.
  mutating func begin(_ path: String, digest: [UInt8]) {
    name.add(path: path, digest: digest)
    self.digest = digest
  }

  /// Adds a document of the present source, with what is said in it.
  mutating func add(_ document: Document, _ said: Statements) throws(SegmentError) {
    try writer.beginDocument(
      StoredDocument(document), digest: digest, headings: document.sections.map(\.headings))
    var placer = StatementPlacer(said.statements, firstNumber: writer.statementCount)
    for (index, paragraph) in document.paragraphs.enumerated() {
      analyzer.analyze(paragraph.utf8.span, into: &buffer)
      inverter.addUnit(buffer)
      join.addUnit(
        document: writer.documentCount - 1, wordCount: buffer.wordCount,
        statements: placer.place(index, buffer))
      try writer.addUnit(StoredUnit(paragraph), wordCount: buffer.wordCount)
    }
    addStatements(placer, of: said)
    if inverter.tokenCount >= Self.groupTokenCount { join.add(inverter.finishGroup()) }
  }

  /// Tokens after which a group ends with the present document.
  private static let groupTokenCount = 1 << 20

  private mutating func addStatements(_ placer: StatementPlacer, of said: Statements) {
    var numbers: [Speaker.ID: Int] = [:]
    for speaker in said.speakers { numbers[speaker.id] = writer.number(of: stored(speaker)) }
    for (index, spans) in placer.placed {
      let statement = said.statements[index]
      var speakers: [Int] = []
      var seen: Set<Int> = []
      for number in statement.voices.flatMap(\.speakers).compactMap({ numbers[$0] })
      where seen.insert(number).inserted { speakers.append(number) }
      writer.addStatement(
        StoredStatement(
          spans: spans, mode: statement.mode.rawValue, speakers: speakers,
          voices: statement.voices.map { voice in
            StoredVoice(name: voice.name, speaker: voice.speakers.first.flatMap { numbers[$0] })
          }, rule: statement.rule.rawValue,
          evidence: statement.evidence.words))
    }
  }

  /// A speaker with every name that finds it.
  private mutating func stored(_ speaker: Speaker) -> StoredSpeaker {
    if let known = storedSpeakers[speaker] { return known }
    var keys: [String] = []
    var seen: Set<String> = []
    for name in speaker.names.map(\.text) + speaker.codes + speaker.demonyms + [speaker.id] {
      guard let key = nameKeys.key(of: name) else { continue }
      let text = String(decoding: key, as: UTF8.self)
      if seen.insert(text).inserted { keys.append(text) }
    }
    let stored = StoredSpeaker(id: speaker.id, name: speaker.name, keys: keys)
    storedSpeakers[speaker] = stored
    return stored
  }

  /// Writes the lists and ends the file.
  consuming func finish() throws(SegmentError) -> Manifest.Segment {
    join.add(inverter.finishGroup())
    try join.write(to: &writer)
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
