internal import Corpus
internal import Text

/// A file as it is going to stand in the corpus: a pure function of its bytes, its name and what the user says of it.
package struct ImportedDocument: Sendable {
  /// What is written, in order; one that repeats the title is not among them.
  package let blocks: [Block]
  package let facts: DocumentFacts
  /// Elements of HTML that were left out, by their names.
  package let leftOut: [String: Int]
  /// What was odd about the file.
  package let warnings: [String]
  private let sourceName: String

  /// A file of HTML or text.
  ///
  /// - Parameters:
  ///   - bytes: The file, or the text of a PDF.
  ///   - path: The file's path; by its extension, else by the bytes, it is HTML or text.
  ///   - given: What counts before what the file says of itself.
  /// - Throws: ``ImportError``; ``ImportError/noText(what:)`` for a file without a word.
  /// - Complexity: Linear in the number of bytes.
  package init(
    _ bytes: [UInt8], path: String, given: DocumentFacts = DocumentFacts()
  ) throws(ImportError) {
    try self.init(bytes, kind: SourceKind(path: path, bytes), path: path, given: given)
  }

  init(_ bytes: [UInt8], kind: SourceKind, path: String, given: DocumentFacts) throws(ImportError) {
    let declared = kind == .html ? HTMLEncoding.declared(in: bytes) : nil
    let text = try SourceText(bytes, declared: declared)
    warnings = text.remark.map { [$0] } ?? []
    sourceName = path.split(separator: "/").last.map(String.init) ?? path
    let read: [Block]
    if kind == .html {
      let page = HTMLImport(text.utf8)
      (read, facts, leftOut) = (page.blocks, given.over(page.facts), page.leftOut)
    } else {
      let imported = try TextImport(text.utf8)
      (read, facts, leftOut) = (imported.blocks, given.over(imported.facts), [:])
    }
    guard !read.isEmpty else { throw .noText(what: Self.whyEmpty(kind)) }
    blocks = Self.withoutTitle(read, facts.title)
  }

  /// The title stands in the front matter, and the corpus wants it once; a document that is nothing but its title keeps it.
  private static func withoutTitle(_ blocks: [Block], _ title: String?) -> [Block] {
    guard blocks.count > 1, let title, let first = blocks.firstIndex(where: \.isHeading),
      title.utf8.elementsEqual(blocks[first].text)
    else { return blocks }
    var blocks = blocks
    blocks.remove(at: first)
    return blocks
  }

  private static func whyEmpty(_ kind: SourceKind) -> String {
    switch kind {
    case .html:
      "nothing but what is left out. Expected paragraphs; if scripts build the page, save it from a browser"
    case .pdf:
      "its pages are images, as scans are. Run text recognition on it (ocrmypdf, for example) and import that"
    case .text: "the file is empty or holds no visible character"
    }
  }

  /// The file that the corpus reads.
  package var markdown: [UInt8] {
    var output: [UInt8] = []
    facts.appendFrontMatter(source: sourceName, to: &output)
    MarkdownWriter.append(blocks, to: &output)
    return output
  }

  /// The date that the corpus finds in `markdown`, in front matter or in the head of the text.
  static func date(of markdown: [UInt8]) -> DateInterval? {
    let source = SourceFile(path: "a.md", id: "a", byteCount: markdown.count)
    let reader = DocumentReader(bytes: markdown, source: source, configuration: CorpusConfiguration())
    return (try? reader.document())?.date
  }
}
