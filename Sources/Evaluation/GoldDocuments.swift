package import Corpus

/// The documents of a corpus that gold names, each read once.
package final class GoldDocuments {
  private let reader: CorpusReader
  private let finder: StatementFinder
  private var documents: [String: (document: Document, lines: SourceLines)] = [:]

  package var speakers: SpeakerTable { reader.speakers }

  package init(_ reader: CorpusReader) {
    self.reader = reader
    finder = StatementFinder(table: reader.speakers)
  }

  /// The document of a file, and its lines.
  ///
  /// - Throws: ``GoldError`` or ``CorpusError``.
  func document(_ file: String) throws -> (document: Document, lines: SourceLines) {
    if let known = documents[file] { return known }
    guard let source = reader.sources.first(where: { $0.path == file }) else {
      throw GoldError(
        path: file, line: nil,
        reason:
          "the gold names it, and the corpus \(reader.root) does not have it; name the corpus with --corpus")
    }
    let bytes = try reader.read(source)
    let found = try reader.documents(in: bytes, of: source)
    guard found.count == 1 else {
      throw GoldError(path: file, line: nil, reason: "it is a table; gold can be of a text only")
    }
    let read = (found[0], SourceLines(bytes))
    documents[file] = read
    return read
  }

  /// The statements of a file, as the index has them.
  func statements(_ file: String) throws -> Statements { finder.statements(of: try document(file).document) }
}
