/// A table in Markdown, its columns as wide as what stands in them.
struct MarkdownTable {
  private var rows: [[String]]
  /// The first columns stand to the left, the others, with numbers, to the right.
  private let textColumnCount: Int

  init(header: [String], textColumnCount: Int = 1) {
    rows = [header]
    self.textColumnCount = textColumnCount
  }

  mutating func add(_ row: [String]) {
    precondition(row.count == rows[0].count)
    rows.append(row)
  }

  /// The lines of the table, each with its end.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map(\.[column].count).max() ?? 0 }
    var lines = rows.map { row in
      "| "
        + row.enumerated().map { column, cell in
          let padding = String(repeating: " ", count: widths[column] - cell.count)
          return column < textColumnCount ? cell + padding : padding + cell
        }.joined(separator: " | ") + " |\n"
    }
    let rule = widths.enumerated().map { column, width in
      column < textColumnCount
        ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
    }
    lines.insert("| " + rule.joined(separator: " | ") + " |\n", at: 1)
    return lines.joined()
  }
}
