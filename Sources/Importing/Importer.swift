internal import Corpus
internal import Text

/// Makes Markdown documents of a corpus out of HTML, PDF and text, one file at a time.
///
/// The index never depends on any of this: it reads the Markdown, which people can look at and mend.
package struct Importer {
  package struct Options: Sendable {
    /// What the user says of the documents; it counts before what they say of themselves.
    package var facts = DocumentFacts()
    /// The document's name; the file's own if nil.
    package var name: String?
    /// Whether another file of the same name may go.
    package var replaces = false

    package init() {}
  }

  private let corpus: String
  private let realCorpus: String
  private let options: Options
  private let pdf: PDFText
  /// The names that were written, and from what.
  private var written: [String: String] = [:]

  /// - Parameters:
  ///   - corpus: The corpus folder, which must be there.
  ///   - searchPath: The folders in which programs are looked for, as in `PATH`.
  /// - Throws: ``CorpusFolderError`` without such a folder.
  package init(corpus: String, options: Options, searchPath: String?) throws(CorpusFolderError) {
    guard let real = try? FileSystem.realPath(corpus), case .folder? = try? FileSystem.target(at: real) else {
      throw CorpusFolderError(path: corpus)
    }
    self.corpus = corpus
    realCorpus = real
    self.options = options
    pdf = PDFText(searchPath: searchPath)
  }

  /// Imports one file.
  package mutating func add(_ path: String) throws(ImportError) -> ImportReport {
    let name: String
    if let given = options.name {
      name = try DocumentName.given(given)
    } else {
      name = try DocumentName.of(path: path)
    }
    let shownPath = "\(corpus)/\(name).md"
    if let source = written[name] { throw .writtenBefore(path: shownPath, by: source) }
    let read = try read(path)
    guard !read.blocks.isEmpty else { throw .noText(what: read.whyEmpty) }
    let (markdown, facts) = Self.markdown(read, options.facts, source: path)
    let target = TargetFile(folder: realCorpus, name: name)
    let outcome = try target.write(markdown, replaces: options.replaces, shownPath: shownPath)
    written[name] = path
    var warnings = read.warnings
    if facts.date == nil, Self.date(of: markdown) == nil {
      warnings.append("no date found; give one with --date, such as --date 2013-09-11, and --force")
    }
    let headings = read.blocks.count(where: \.isHeading)
    return ImportReport(
      path: shownPath, paragraphCount: read.blocks.count - headings, headingCount: headings,
      leftOut: read.leftOut, wasUpToDate: outcome == .upToDate, warnings: warnings)
  }

  /// What was read of a file.
  private struct Reading {
    var blocks: [Block]
    var facts: DocumentFacts
    var leftOut: [String: Int] = [:]
    var warnings: [String] = []
    /// Why there is no text, if there is none.
    var whyEmpty: String
  }

  private func read(_ path: String) throws(ImportError) -> Reading {
    let (real, bytes) = try Self.bytes(of: path)
    switch try SourceKind(path: path, bytes) {
    case .html:
      let text = try SourceText(bytes, declared: HTMLEncoding.declared(in: bytes))
      let html = HTMLImport(text.utf8)
      return Reading(
        blocks: html.blocks, facts: html.facts, leftOut: html.leftOut,
        warnings: text.remark.map { [$0] } ?? [],
        whyEmpty:
          "nothing but what is left out. Expected paragraphs; if scripts build the page, save it from a browser"
      )
    case .pdf:
      let whyEmpty =
        "its pages are images, as scans are. Run text recognition on it (ocrmypdf, for example) and import that"
      return try Self.reading(pdf.read(real), whyEmpty: whyEmpty)
    case .text: return try Self.reading(bytes, whyEmpty: "the file is empty or holds no visible character")
    }
  }

  private static func reading(_ bytes: [UInt8], whyEmpty: String) throws(ImportError) -> Reading {
    let text = try SourceText(bytes, declared: nil)
    do throws(CorpusError) {
      let imported = try TextImport(text.utf8)
      return Reading(
        blocks: imported.blocks, facts: imported.facts, warnings: text.remark.map { [$0] } ?? [],
        whyEmpty: whyEmpty)
    } catch {
      throw .unreadable(reason: error.description)
    }
  }

  private static func bytes(of path: String) throws(ImportError) -> (realPath: String, bytes: [UInt8]) {
    let limit = SourceFile.byteCountLimit
    do throws(FileSystem.Refusal) {
      let real = try FileSystem.realPath(path)
      var isTooLarge = false
      if case .file(let byteCount) = try FileSystem.target(at: real) { isTooLarge = byteCount > limit }
      if !isTooLarge {
        let bytes = try FileSystem.bytes(of: real, limit: limit)
        // It may have grown.
        if bytes.count <= limit { return (real, bytes) }
      }
    } catch {
      throw .unreadable(reason: error.reason)
    }
    throw .tooLarge
  }

  private static func markdown(
    _ read: Reading, _ given: DocumentFacts, source: String
  ) -> (bytes: [UInt8], facts: DocumentFacts) {
    let facts = given.over(read.facts)
    var blocks = read.blocks
    // The title stands in the front matter; the corpus wants it once.
    if let first = blocks.firstIndex(where: \.isHeading), let title = facts.title,
      title.utf8.elementsEqual(blocks[first].text)
    {
      blocks.remove(at: first)
    }
    var markdown: [UInt8] = []
    let name = source.split(separator: "/").last.map(String.init) ?? source
    facts.appendFrontMatter(source: name, to: &markdown)
    MarkdownWriter.append(blocks, to: &markdown)
    return (markdown, facts)
  }

  /// The date that the corpus finds by itself.
  private static func date(of markdown: [UInt8]) -> DateInterval? {
    let source = SourceFile(path: "a.md", id: "a", byteCount: markdown.count)
    let reader = DocumentReader(bytes: markdown, source: source, configuration: CorpusConfiguration())
    return (try? reader.document())?.date
  }
}

/// The corpus folder is not there.
package struct CorpusFolderError: Error, CustomStringConvertible {
  package var path: String

  package var description: String {
    "\(path): there is no such folder. Make it with mkdir, or name the corpus with --corpus"
  }
}
