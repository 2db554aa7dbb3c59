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
    let isCollapsed = page.groups != nil
    if !hasHeadings { table.append(Self.headings + (isCollapsed ? Self.headingsOfSaid : [])) }
    hasHeadings = true
    for hit in page.hits {
      let row: [String?] = [
        hit.id, hit.document.date, hit.document.title, hit.speakers.joined(separator: "; "),
        hit.section.joined(separator: " › "), hit.quoted.text, hit.source.path, "\(hit.source.line)",
        "\(hit.source.column)", "\(hit.score)",
      ]
      table.append(row + (isCollapsed ? Self.values(of: hit) : []))
    }
    return table.text
  }

  /// What is said of near-identical paragraphs; a hit that no other is like stands for itself.
  private static func values(of hit: HitMessage) -> [String?] {
    let said =
      hit.said
      ?? SaidMessage(
        paragraphs: 1, documents: 1, from: hit.document.date, to: hit.document.date,
        undated: hit.document.date == nil ? 1 : nil, others: [])
    return [
      "\(said.paragraphs)", "\(said.documents)", said.from, said.to, "\(said.undated ?? 0)",
      said.others.joined(separator: "; "),
    ]
  }

  private static let headingsOfSaid = ["paragraphs", "documents", "from", "to", "undated", "others"]

  private static let headings = [
    "id", "date", "title", "speakers", "section", "text", "path", "line", "column", "score",
  ]
}
