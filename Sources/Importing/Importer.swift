internal import Corpus

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
  private let facts: DocumentFacts
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
    facts = options.facts.cleaned()
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
    let document = try document(of: path)
    let markdown = document.markdown
    guard markdown.count <= SourceFile.byteCountLimit else { throw .tooLarge }
    let target = TargetFile(folder: realCorpus, name: name)
    let outcome = try target.write(markdown, replaces: options.replaces, shownPath: shownPath)
    written[name] = path
    return report(document, markdown, outcome, shownPath)
  }

  private func document(of path: String) throws(ImportError) -> ImportedDocument {
    var (real, bytes) = try Self.bytes(of: path)
    let kind = try SourceKind(path: path, bytes)
    if kind == .pdf { bytes = try pdf.read(real) }
    return try ImportedDocument(bytes, kind: kind, path: path, given: facts)
  }

  private func report(
    _ document: ImportedDocument, _ markdown: [UInt8], _ outcome: TargetFile.Outcome, _ path: String
  ) -> ImportReport {
    var warnings = document.warnings
    if document.facts.date == nil, ImportedDocument.date(of: markdown) == nil {
      warnings.append("no date found; give one with --date, such as --date 2013-09-11, and --force")
    }
    let headings = document.blocks.count(where: \.isHeading)
    return ImportReport(
      path: path, paragraphCount: document.blocks.count - headings, headingCount: headings,
      leftOut: document.leftOut, wasUpToDate: outcome == .upToDate, warnings: warnings)
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
}

/// The corpus folder is not there.
package struct CorpusFolderError: Error, CustomStringConvertible {
  package var path: String

  package var description: String {
    "\(path): there is no such folder. Make it with mkdir, or name the corpus with --corpus"
  }
}
