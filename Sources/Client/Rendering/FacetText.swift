package import Wire

extension TextLayout {
  /// Counts for people: a row a value, the numbers before it, since values are as long as they like.
  package func text(of facet: FacetReply) -> String {
    let hasModes = facet.rows.contains { $0.modes != nil }
    let headings = ["hits"] + (hasModes ? ["speech", "turn", "reported"] : [])
    let cells = [headings] + facet.rows.map { Self.cells($0, withModes: hasModes) }
    let widths = headings.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    // Where there is hardly room for values, only hits.
    let columnCount = widths.reduce(0) { $0 + $1 + 2 } + Self.leastWidth <= width ? headings.count : 1
    let values = [facet.field] + facet.rows.map { $0.value ?? Self.absent(facet.field) }
    return zip(cells, values).enumerated().map { number, row in
      let lead = zip(row.0, widths).prefix(columnCount).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell + "  "
      }.joined()
      let isHeading = number == 0
      let isAbsent = !isHeading && facet.rows[number - 1].value == nil
      return block(
        StyledText(row.1), indent: lead.count, lead: isHeading ? paint(lead, .title) : lead,
        role: isHeading ? .title : isAbsent ? .quiet : nil)
    }.joined()
  }

  /// As many cells in every row, whatever a daemon sent.
  private static func cells(_ row: FacetRowMessage, withModes: Bool) -> [String] {
    let modes = row.modes.map { ["\($0.speech)", "\($0.turn)", "\($0.reported)"] }
    return ["\(row.hits)"] + (withModes ? modes ?? ["–", "–", "–"] : [])
  }

  private static func absent(_ field: String) -> String {
    switch field {
    case "speaker": "(no named speaker)"
    case "mode": "(in no statement)"
    default: "(none)"
    }
  }
}
