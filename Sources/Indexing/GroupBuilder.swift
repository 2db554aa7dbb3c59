internal import Corpus
internal import Segment
internal import Text

/// Reads the sources of a group and inverts their words: the work that several threads do side by side.
struct GroupBuilder: ~Copyable {
  private let reader: CorpusReader
  private let finder: StatementFinder
  private let counts: Bool
  private let analyzer = Analyzer()
  private let breaker = SentenceBreaker()
  private var inverter = Inverter()
  private var buffer = TokenBuffer()
  private var speakers = SpeakerKeys()
  private var documents: [IndexedDocument] = []
  private var sources: [GroupPart.Source] = []

  /// Tokens after which a part ends with the present document. Most groups have fewer, and are one part; the rows of a large table are
  /// many.
  private let partTokenCount: Int

  /// - Parameters:
  ///   - byteCount: Bytes of sources that a group is to have.
  ///   - counts: Whether to count what reading makes of the sources.
  init(_ reader: CorpusReader, _ finder: StatementFinder, byteCount: Int, counts: Bool) {
    partTokenCount = byteCount / 4
    self.reader = reader
    self.finder = finder
    self.counts = counts
  }

  /// Reads a source; gives parts that have become full to `deliver`.
  mutating func add(_ source: SourceFile, _ deliver: (GroupPart) throws -> Void) throws {
    let bytes = try reader.read(source)
    let digest = SHA256.hash(bytes)
    var warnings = WarningLog(listing: [])
    var ingested = IngestCounts()
    try reader.forEachDocument(in: bytes, of: source) { document in
      let said = finder.statements(of: document)
      documents.append(indexed(document, said, digest: digest))
      warnings.add(document.warnings)
      if counts { ingested += IngestCounts(document, said.statements, breaker) }
      if inverter.tokenCount >= partTokenCount { try deliver(takePart()) }
    }
    warnings.endSource(source.path)
    sources.append(
      GroupPart.Source(file: source, digest: digest, warnings: warnings.warnings, counts: ingested))
  }

  /// What has been added since the last part.
  mutating func takePart() -> GroupPart {
    defer {
      documents = []
      sources = []
    }
    return GroupPart(documents: documents, postings: inverter.finishGroup(), sources: sources)
  }

  private mutating func indexed(
    _ document: Document, _ said: Statements, digest: [UInt8]
  ) -> IndexedDocument {
    var placer = StatementPlacer(said.statements)
    var units: [IndexedDocument.Unit] = []
    units.reserveCapacity(document.paragraphs.count)
    for (index, paragraph) in document.paragraphs.enumerated() {
      analyzer.analyze(paragraph.utf8.span, into: &buffer)
      inverter.addUnit(buffer)
      units.append(
        IndexedDocument.Unit(
          stored: StoredUnit(
            paragraph, sentenceStarts: buffer.firstWords(of: breaker.sentences(in: paragraph.utf8))),
          wordCount: buffer.wordCount, signature: inverter.signature(), places: placer.place(index, buffer)))
    }
    return IndexedDocument(
      stored: StoredDocument(document), digest: digest, headings: document.sections.map(\.headings),
      units: units, statements: Self.statements(placer, of: said),
      speakers: said.speakers.map { speakers.stored($0) })
  }

  private static func statements(_ placer: StatementPlacer, of said: Statements) -> [StoredStatement] {
    var numbers: [Speaker.ID: Int] = [:]
    for (number, speaker) in said.speakers.enumerated() { numbers[speaker.id] = number }
    return placer.placed.map { index, spans in
      let statement = said.statements[index]
      var speakers: [Int] = []
      var seen: Set<Int> = []
      for number in statement.voices.flatMap(\.speakers).compactMap({ numbers[$0] })
      where seen.insert(number).inserted { speakers.append(number) }
      return StoredStatement(
        spans: spans, mode: statement.mode.rawValue, speakers: speakers,
        voices: statement.voices.map { voice in
          StoredVoice(name: voice.name, speaker: voice.speakers.first.flatMap { numbers[$0] })
        }, rule: statement.rule.rawValue,
        evidence: statement.evidence.words)
    }
  }
}

/// Speakers with every name that finds them, each made once.
private struct SpeakerKeys {
  private var nameKeys = NameKey()
  private var storedSpeakers: [Speaker: StoredSpeaker] = [:]

  mutating func stored(_ speaker: Speaker) -> StoredSpeaker {
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
}

extension StoredDocument {
  fileprivate init(_ document: Document) {
    self.init(
      id: document.id, path: document.path, title: document.title,
      days: document.date.map { $0.first...$0.last }, kind: document.kind, publisher: document.publisher,
      language: document.language, symbol: document.symbol)
  }
}

extension TokenBuffer {
  /// The positions of the words that sentences but the first begin with; none for what holds no word of its own.
  ///
  /// - Parameter sentences: In order; all of the text.
  fileprivate func firstWords(of sentences: [Range<Int>]) -> [UInt32] {
    guard sentences.count > 1 else { return [] }
    var starts: [UInt32] = []
    var sentence = 0
    for token in tokens where token.kind == .word {
      let previous = sentence
      while sentence + 1 < sentences.count, Int(token.start) >= sentences[sentence].upperBound {
        sentence += 1
      }
      if sentence != previous, token.position > 0 { starts.append(UInt32(token.position)) }
    }
    return starts
  }
}

extension StoredUnit {
  fileprivate init(_ paragraph: Paragraph, sentenceStarts: [UInt32]) {
    self.init(
      heading: paragraph.section, kind: paragraph.kind.rawValue, text: paragraph.utf8,
      pieces: paragraph.pieces.map {
        StoredPiece(textOffset: $0.textOffset, line: $0.line, column: $0.column)
      },
      endLine: paragraph.endLine, sentenceStarts: sentenceStarts)
  }
}
