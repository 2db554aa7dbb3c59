/// The way from the bytes of one source to its document: every step of reading and repair, in order.
struct DocumentReader {
  private let bytes: [UInt8]
  private let source: SourceFile
  private let configuration: CorpusConfiguration
  private var isMarkdown: Bool { source.format == .markdown }

  init(bytes: [UInt8], source: SourceFile, configuration: CorpusConfiguration) {
    self.bytes = bytes
    self.source = source
    self.configuration = configuration
  }

  func forEachDocument(_ body: (Document) throws -> Void) throws {
    try check()
    let rule = configuration.metadata(
      for: source.path, extensionByteCount: source.format.extensionByteCount)
    if let layout = configuration.table(for: source.path), source.format.isTable {
      try TableReader(bytes, of: source, layout: layout, rule: rule.metadata).forEachDocument(body)
    } else {
      try body(document(rule.metadata, problems: rule.problems))
    }
  }

  private func check() throws(CorpusError) {
    try SourceFile.checkSize(bytes.count, of: source.path)
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: source.path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
  }

  private func document(_ rule: DocumentMetadata, problems: [String]) throws(CorpusError) -> Document {
    var bytes = bytes
    var scanner = LineScanner(bytes)
    var metadata = rule
    if isMarkdown {
      if let frontMatter = try FrontMatter.read(&scanner, of: bytes, path: source.path) {
        metadata = frontMatter.over(rule)
      }
      HTMLComments.blank(in: &bytes)
      scanner = scanner.reading(bytes)
    }
    let repair = Repair(bytes, from: scanner, isMarkdown: isMarkdown, knownTitle: metadata.title)
    var document = Document(
      id: source.id, path: source.path, title: metadata.title ?? repair.head.title ?? fileName,
      metadata: metadata, foundDate: repair.head.date, sections: repair.sections,
      paragraphs: repair.paragraphs)
    document.warnings += problems.map { warning($0) }
    if document.date == nil {
      document.warnings.append(warning("no date found; name one in front matter, such as `date: 2013-09-11`"))
    }
    if document.paragraphs.isEmpty { document.warnings.append(warning("no text found")) }
    for paragraph in document.paragraphs where isLong(paragraph) {
      document.warnings.append(
        warning(
          "a paragraph of more than \(Self.longParagraph) words; are its breaks lost?",
          line: paragraph.pieces[0].line))
    }
    return document
  }

  /// Paragraphs of more words are worth a warning.
  private static let longParagraph = 1_500

  private func isLong(_ paragraph: Paragraph) -> Bool {
    guard paragraph.utf8.count > 2 * Self.longParagraph else { return false }
    return paragraph.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) } > Self.longParagraph
  }

  private func warning(_ message: String, line: Int? = nil) -> Warning {
    Warning(path: source.path, line: line, message: message)
  }

  private var fileName: String {
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    return String(decoding: name.utf8.dropLast(source.format.extensionByteCount), as: UTF8.self)
  }
}
