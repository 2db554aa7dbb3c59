/// The way from the bytes of one source to its document: every step of reading and repair, in order.
package struct DocumentReader {
  private let bytes: [UInt8]
  private let source: SourceFile
  private let configuration: CorpusConfiguration
  private var isMarkdown: Bool { source.format == .markdown }

  package init(bytes: [UInt8], source: SourceFile, configuration: CorpusConfiguration) {
    self.bytes = bytes
    self.source = source
    self.configuration = configuration
  }

  func forEachDocument(_ body: (Document) throws -> Void) throws {
    guard let layout = configuration.table(for: source.path), source.format.isTable else {
      return try body(document())
    }
    try check()
    try TableReader(bytes, of: source, layout: layout, rule: rule).forEachDocument(body)
  }

  /// The document of a source that is no table.
  package func document() throws(CorpusError) -> Document {
    let (repair, metadata) = try read()
    return assemble(repair, metadata)
  }

  /// The document, and what became of every byte of its source.
  func documentAndAccount() throws(CorpusError) -> (document: Document, account: SourceAccount) {
    let (repair, metadata) = try read()
    return (assemble(repair, metadata), SourceAccount(of: bytes, repair))
  }

  private func check() throws(CorpusError) {
    try SourceFile.checkSize(bytes.count, of: source.path)
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: source.path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    if let offset = MarkCheck.firstOffsetBeyondLimit(in: bytes.span) {
      throw .tooManyMarks(path: source.path, line: UTF8Check.line(of: offset, in: bytes))
    }
  }

  /// What `corpus.yaml` says of the source.
  private var rule: (metadata: DocumentMetadata, problems: [String]) {
    configuration.metadata(for: source.path, extensionByteCount: source.format.extensionByteCount)
  }

  private func read() throws(CorpusError) -> (repair: Repair, metadata: DocumentMetadata) {
    try check()
    var bytes = bytes
    var scanner = LineScanner(bytes)
    var metadata = rule.metadata
    var ledger = Ledger()
    ledger.remove(0, scanner.offset, as: .byteOrderMark)
    if isMarkdown {
      let start = scanner.offset
      if let frontMatter = try FrontMatter.read(&scanner, of: bytes, path: source.path) {
        metadata = frontMatter.over(metadata)
      }
      ledger.remove(start, scanner.offset, as: .frontMatter)
      MarkdownComments.blank(in: &bytes, from: scanner, ledger: &ledger)
      scanner = scanner.reading(bytes)
    }
    let repair = Repair(
      bytes, from: scanner, isMarkdown: isMarkdown, ledger: ledger, knownTitle: metadata.title)
    return (repair, metadata)
  }

  private func assemble(_ repair: Repair, _ metadata: DocumentMetadata) -> Document {
    var document = Document(
      id: source.id, path: source.path, title: metadata.title ?? repair.head.title ?? fileName,
      metadata: metadata, repair, paragraphs: repair.paragraphs)
    document.warnings += rule.problems.map { warning($0) }
    if hasFrontMatterAsText {
      document.warnings.append(
        Warning(
          path: source.path, line: 1,
          message: "front matter found in a .txt file, where it is read as text; expected in .md files only: "
            + "rename the file to .md, or take it out and say the same in corpus.yaml"))
    } else if document.date == nil {
      document.warnings.append(warning("no date found; \(dateAdvice)"))
    }
    document.addTextWarnings(
      line: nil, mojibakeCount: repair.mojibakeLines.count, mojibakeLine: repair.mojibakeLines.first)
    return document
  }

  /// Whether a file that can have no front matter begins with what would be some.
  private var hasFrontMatterAsText: Bool {
    if isMarkdown { return false }
    var scanner = LineScanner(bytes)
    return (try? FrontMatter.read(&scanner, of: bytes, path: source.path)) ?? nil != nil
  }

  private var dateAdvice: String {
    isMarkdown
      ? "name one in front matter, such as `date: 2013-09-11`"
      : "name one in corpus.yaml, by a pattern of file names or for this file"
  }

  private func warning(_ message: String) -> Warning {
    Warning(path: source.path, line: nil, message: message)
  }

  private var fileName: String {
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    return String(decoding: name.utf8.dropLast(source.format.extensionByteCount), as: UTF8.self)
  }
}
