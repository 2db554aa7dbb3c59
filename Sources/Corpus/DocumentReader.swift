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
    let (repair, frontMatter) = try read()
    return assemble(repair, frontMatter)
  }

  /// The document, and what became of every byte of its source.
  func documentAndAccount() throws(CorpusError) -> (document: Document, account: SourceAccount) {
    let (repair, frontMatter) = try read()
    return (assemble(repair, frontMatter), SourceAccount(of: bytes, repair))
  }

  private func read() throws(CorpusError) -> (repair: Repair, frontMatter: FrontMatter) {
    try SourceFile.checkSize(bytes.count, of: source.path)
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw .invalidUTF8(path: source.path, offset: offset, line: UTF8Check.line(of: offset, in: bytes))
    }
    var bytes = bytes
    var scanner = LineScanner(bytes)
    var frontMatter = FrontMatter()
    var ledger = Ledger()
    ledger.remove(0, scanner.offset, as: .byteOrderMark)
    if isMarkdown {
      let start = scanner.offset
      if let found = try FrontMatter.read(&scanner, of: bytes, path: source.path) { frontMatter = found }
      ledger.remove(start, scanner.offset, as: .frontMatter)
      MarkdownComments.blank(in: &bytes, from: scanner, ledger: &ledger)
      scanner = scanner.reading(bytes)
    }
    let repair = Repair(
      bytes, from: scanner, isMarkdown: isMarkdown, ledger: ledger, knownTitle: frontMatter.title)
    return (repair, frontMatter)
  }

  private func assemble(_ repair: Repair, _ frontMatter: FrontMatter) -> Document {
    var document = Document(
      id: source.id, path: source.path, title: frontMatter.title ?? repair.head.title ?? fileName,
      date: frontMatter.date ?? repair.head.date, kind: frontMatter.kind, publisher: frontMatter.publisher,
      language: frontMatter.language, symbol: frontMatter.symbol, sections: repair.sections,
      paragraphs: repair.paragraphs, repairs: repair.counts, warnings: [])
    if document.date == nil {
      document.warnings.append(warning("no date found; name one in front matter, such as `date: 2013-09-11`"))
    }
    if document.paragraphs.isEmpty { document.warnings.append(warning("no text found")) }
    if let line = repair.mojibakeLines.first {
      document.warnings.append(mojibake(repair.mojibakeLines.count, line))
    }
    for paragraph in document.paragraphs where isLong(paragraph) {
      document.warnings.append(
        warning(
          "a paragraph of more than \(Self.longParagraph) words; are its breaks lost?",
          line: paragraph.pieces[0].line))
    }
    return document
  }

  private func mojibake(_ count: Int, _ line: Int) -> Warning {
    let spots = count == 1 ? "1 spot" : "\(count) spots, this the first,"
    return warning(
      "mojibake: \(spots) decoded with the wrong table, such as `â€™` for ’; convert the original again",
      line: line)
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
