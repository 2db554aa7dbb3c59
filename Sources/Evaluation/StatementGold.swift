internal import Corpus

/// Words of real documents that a reader has marked: who says them, or who does not.
///
///     file  line  column  length  sign  speakers  rule
///
/// Line, column and length are of the source, the latter two in bytes; the words are eight at most. The sign is `+` (said by), `-` (not said
/// by) or `?` (may count either way). Speakers have commas between them, and one may stand under several names
/// (`DNK|villy-sovndal`); each is an id, a code or a name with hyphens for spaces; `nobody` where the text names none. The rule is the kind of
/// statement by which the words are said, `-` where that does not matter.
package struct StatementGold: Sendable {
  struct Mark: Sendable {
    enum Sign: Character {
      case said = "+"
      case notSaid = "-"
      case either = "?"
    }

    var file: String
    var line: Int
    var column: Int
    var length: Int
    var sign: Sign
    /// Each under every name that the gold gives; empty where the text names nobody.
    var speakers: [[String]]
    var rule: String?

    var isNobody: Bool { speakers.isEmpty }
  }

  static let columns = ["file", "line", "column", "length", "sign", "speakers", "rule"]
  static let recall = "recall"
  static let unnamedRecall = "recall-nobody"
  static let precision = "precision"

  let marks: [Mark]
  let leastPercents: [String: Int]
  /// Whether every statement of the files is marked; if not, statements without marks are not judged.
  let isExhaustive: Bool

  init(_ table: GoldTable) throws(GoldError) {
    try table.checkMeasures([Self.recall, Self.unnamedRecall, Self.precision])
    leastPercents = table.leastPercents
    isExhaustive = table.isExhaustive
    var marks: [Mark] = []
    for row in table.rows {
      guard row.cells[4].count == 1, let sign = row.cells[4].first.flatMap(Mark.Sign.init) else {
        throw GoldError(
          path: table.path, line: row.line, reason: "sign is `\(row.cells[4])`; +, - or ? is expected")
      }
      let speakers = row.cells[5].split(separator: ",")
      guard !speakers.isEmpty else {
        throw GoldError(
          path: table.path, line: row.line, reason: "no speaker; `nobody` is expected where none is named")
      }
      let rule = row.cells[6] == "-" ? nil : String(row.cells[6])
      if let rule, StatementRule(rawValue: rule) == nil {
        throw GoldError(
          path: table.path, line: row.line,
          reason: "there is no rule `\(rule)`; there are "
            + StatementRule.allCases.map(\.rawValue).sorted().joined(separator: ", "))
      }
      marks.append(
        Mark(
          file: String(row.cells[0]), line: try table.number(row, 1), column: try table.number(row, 2),
          length: try table.number(row, 3), sign: sign,
          speakers: speakers == ["nobody"]
            ? [] : speakers.map { $0.split(separator: "|").map { String($0) } },
          rule: rule))
    }
    self.marks = marks
  }
}
