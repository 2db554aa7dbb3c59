internal import Corpus

/// What a reader has judged in real documents, to hold the reading of a corpus to.
///
/// Gold names places, not words: files, lines, columns and lengths. So it holds whatever repair makes of the text, and nothing of
/// a collection is copied to keep it.
package enum Gold: Sendable {
  case breaks(BreakGold)
  case statements(StatementGold)

  /// Reads a gold file; the names of its columns tell what is judged.
  ///
  /// - Throws: ``GoldError``, with the line.
  package init(_ text: String, path: String) throws(GoldError) {
    let table = try GoldTable(text, path: path)
    switch table.columns {
    case BreakGold.columns: self = .breaks(try BreakGold(table))
    case StatementGold.columns: self = .statements(try StatementGold(table))
    default:
      throw GoldError(
        path: path, line: 1,
        reason: "no gold file: a line that names the columns is expected, "
          + [BreakGold.columns, StatementGold.columns].map { $0.joined(separator: ", ") }
          .joined(separator: " or "))
    }
  }

  /// Reads the gold file at a path.
  ///
  /// - Throws: ``GoldError``.
  package init(file path: String) throws(GoldError) {
    let bytes: [UInt8]
    do {
      bytes = try CorpusReader.smallFile(path, named: path)
    } catch .unreadable(_, let reason) {
      throw GoldError(path: path, line: nil, reason: "the gold file cannot be read: \(reason)")
    } catch {
      throw GoldError(path: path, line: nil, reason: "the gold file is too large; a megabyte is the limit")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw GoldError(
        path: path, line: nil, reason: "not UTF-8; a gold file is a text with tabs between cells")
    }
    try self.init(text, path: path)
  }

  /// How well the documents agree with it.
  ///
  /// - Throws: ``GoldError`` for a file that the corpus lacks, ``CorpusError`` for one that cannot be read.
  package func evaluate(_ documents: GoldDocuments) throws -> EvaluationReport {
    switch self {
    case .breaks(let gold): try gold.evaluate(documents)
    case .statements(let gold): try gold.evaluate(documents)
    }
  }
}
