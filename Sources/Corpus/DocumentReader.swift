internal import Text

/// The way from the bytes of one source to its document: every step of reading and repair, in order.
struct DocumentReader {
  private let bytes: [UInt8]
  private let source: SourceFile
  private var isMarkdown: Bool { source.format == .markdown }

  init(bytes: [UInt8], source: SourceFile) {
    self.bytes = bytes
    self.source = source
  }

  func document() throws(CorpusError) -> Document {
    try SourceFile.checkSize(bytes.count, of: source.path)
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: source.path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    var bytes = bytes
    var scanner = LineScanner(bytes)
    var frontMatter: FrontMatter?
    if isMarkdown {
      frontMatter = try FrontMatter.read(&scanner, of: bytes, path: source.path)
      HTMLComments.blank(in: &bytes)
      scanner = scanner.reading(bytes)
    }
    let repair = Repair(bytes, from: scanner, isMarkdown: isMarkdown, knownTitle: frontMatter?.title)
    return assemble(repair, frontMatter ?? FrontMatter())
  }

  private func assemble(_ repair: Repair, _ frontMatter: FrontMatter) -> Document {
    var document = Document(
      id: source.id, path: source.path, title: frontMatter.title ?? repair.head.title ?? fileName,
      date: frontMatter.date ?? repair.head.date, kind: frontMatter.kind, publisher: frontMatter.publisher,
      language: frontMatter.language, symbol: frontMatter.symbol, sections: repair.sections,
      paragraphs: repair.paragraphs, warnings: [])
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
