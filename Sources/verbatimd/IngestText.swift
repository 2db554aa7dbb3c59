import Corpus
import Indexing

/// What `index build --report` prints for people.
extension IngestCounts {
  /// A table for each thing counted: names, and how many; what there is none of is left out below a headline.
  var text: String {
    [
      Self.table(
        "read",
        [
          ("documents", documents), ("  without a date", undatedDocuments), ("sections", sections),
          ("paragraphs", paragraphCount), ("sentences", sentences), ("statements", statementCount),
          ("  by nobody named", unnamedStatements), ("speakers", speakerCount), ("warnings", warnings),
        ]),
      Self.counted("paragraphs by kind", Paragraph.Kind.allCases.map { ($0.name, paragraphs[$0] ?? 0) }),
      Self.counted("statements by form", Statement.Mode.allCases.map { ($0.name, statements[$0] ?? 0) }),
      Self.counted(
        "statements by rule", StatementRule.allCases.map { ($0.rawValue, statementRules[$0] ?? 0) }),
      Self.counted(
        "lines joined, by what parted them", Join.Cause.allCases.map { ($0.name, repairs.count(of: $0)) }),
      Self.counted(
        "words cut at a hyphen, by what became of it",
        Join.Hyphen.allCases.map { ($0.name, repairs.count(of: $0)) }),
      Self.counted(
        "taken out", Removal.counted.map { ($0.name, repairs.count(of: $0)) }),
      Self.counted(
        "characters", [("ligatures mended", repairs.ligatures), ("mojibake left", repairs.mojibake)]),
    ].joined()
  }

  private static func counted(_ headline: String, _ rows: [(name: String, count: Int)]) -> String {
    let found = rows.filter { $0.count > 0 }
    return found.isEmpty ? "" : table(headline, found)
  }

  private static func table(_ headline: String, _ rows: [(name: String, count: Int)]) -> String {
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let countWidth = rows.map { "\($0.count)".count }.max() ?? 0
    return "\n\(headline)\n"
      + rows.map { name, count in
        let space = String(repeating: " ", count: nameWidth - name.count + 2 + countWidth - "\(count)".count)
        return "  \(name)\(space)\(count)\n"
      }.joined()
  }
}

extension Removal {
  /// Those that repair counts: white space is all else that is in no paragraph.
  static var counted: [Removal] { allCases.filter { $0 != .whiteSpace } }
}
