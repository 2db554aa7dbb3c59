package import Wire

/// A hit a row as comma-separated values below a line that names the columns; each page at once.
package struct SeparatedSearchPrinter: SearchPrinter {
  private var hasHeadings = false

  package init() {}

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    try Output.result(rows(of: page))
  }

  package mutating func finish() {}

  /// The page's rows, on the first page below the names of the columns.
  mutating func rows(of page: SearchReply) -> String {
    var table = SeparatedValues()
    if !hasHeadings { table.append(Self.headings) }
    hasHeadings = true
    for hit in page.hits {
      table.append([
        hit.id, hit.document.date, hit.document.title, hit.speakers.joined(separator: "; "),
        hit.section.joined(separator: " › "), hit.text, hit.source.path, "\(hit.source.line)",
        "\(hit.source.column)", "\(hit.score)",
      ])
    }
    return table.text
  }

  private static let headings = [
    "id", "date", "title", "speakers", "section", "text", "path", "line", "column", "score",
  ]
}
