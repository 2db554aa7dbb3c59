internal import Corpus

/// A gold file as a table: lines of cells with a tab between them.
///
///     # A remark.
///     at-least  precision  95
///     file  line  column  length  sign  speakers  rule
///     004_57eef71f67d5f51a.txt  21  12  46  +  un-secretary-general  subject
///
/// Lines that begin with `#` and empty ones are passed over. Before the line that names the columns stand what is asked of the
/// measures, in percent, and the word `exhaustive` if nothing of the files was left unmarked.
struct GoldTable {
  struct Row {
    /// From 1.
    var line: Int
    var cells: [Substring]
  }

  let path: String
  private(set) var leastPercents: [String: Int] = [:]
  /// On which line what is asked of a measure stands.
  private var linesOfMeasures: [String: Int] = [:]
  private(set) var isExhaustive = false
  private(set) var columns: [String] = []
  private(set) var rows: [Row] = []

  init(_ text: String, path: String) throws(GoldError) {
    self.path = path
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let row = Row(
        line: index + 1, cells: line.split(separator: "\t", omittingEmptySubsequences: false))
      if !columns.isEmpty {
        guard row.cells.count == columns.count else {
          throw GoldError(
            path: path, line: row.line,
            reason: "\(row.cells.count) cells found, \(columns.count) expected: "
              + columns.joined(separator: ", "))
        }
        rows.append(row)
      } else if row.cells[0] == "at-least" {
        try readLeastPercent(row)
      } else if row.cells == ["exhaustive"] {
        isExhaustive = true
      } else {
        columns = row.cells.map { String($0) }
      }
    }
  }

  private mutating func readLeastPercent(_ row: Row) throws(GoldError) {
    guard row.cells.count == 3, let percent = Int(row.cells[2]), (0...100).contains(percent) else {
      throw GoldError(
        path: path, line: row.line,
        reason: "`at-least`, a measure and a percentage from 0 to 100 are expected")
    }
    leastPercents[String(row.cells[1])] = percent
    linesOfMeasures[String(row.cells[1])] = row.line
  }

  /// A number in a cell: of lines, bytes or words of a source, so it is no larger than one may be.
  func number(_ row: Row, _ column: Int) throws(GoldError) -> Int {
    guard let number = Int(row.cells[column]), (1...SourceFile.byteCountLimit).contains(number) else {
      throw GoldError(
        path: path, line: row.line,
        reason:
          "\(columns[column]) is `\(row.cells[column])`; a number from 1 to \(SourceFile.byteCountLimit) is expected"
      )
    }
    return number
  }

  /// Whether what is asked is asked of measures that there are.
  func checkMeasures(_ names: [String]) throws(GoldError) {
    for name in leastPercents.keys.sorted() where !names.contains(name) {
      throw GoldError(
        path: path, line: linesOfMeasures[name],
        reason: "there is no measure `\(name)`; there are \(names.joined(separator: ", "))")
    }
  }
}
