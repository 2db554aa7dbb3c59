package import Wire

extension TextLayout {
  /// Occurrences for people, one a line: the date, the id where there is room for it, and what matched under what matched,
  /// between as much of the words around it as fits.
  ///
  /// - Parameter contextWidth: Columns on either side, whether they fit or not; nil for those that fit.
  package func text(of rows: [KwicRowMessage], contextWidth: Int?) -> String {
    let dates = rows.map { Sanitizer.clean($0.document.date ?? "undated") }
    let ids = rows.map { Sanitizer.clean($0.id) }
    let dateWidth = dates.map(Self.columns).max() ?? 0
    let idWidth = ids.map(Self.columns).max() ?? 0
    let rest = width - dateWidth - 2
    // Words around a match tell more than its id.
    let hasIDs = contextWidth != nil || rest - idWidth - 2 >= Self.leastWidthBesideIDs
    let room = hasIDs ? rest - idWidth - 2 : rest
    let left = contextWidth ?? max(4, room * 2 / 5)
    return zip(rows, zip(dates, ids)).map { row, lead in
      var line = paint(lead.0, .quiet) + Self.spaces(dateWidth - Self.columns(lead.0)) + "  "
      if hasIDs { line += paint(lead.1, .quiet) + Self.spaces(idWidth - Self.columns(lead.1)) + "  " }
      let before = Self.end(of: StyledText(row.left).cells, columns: left)
      line += Self.spaces(left - before.columnWidth) + Self.string(before)
      let match = StyledText(row.match).cells
      let behind = contextWidth.map { $0 + match.columnWidth } ?? max(0, room - left)
      let shown = Self.start(of: match, columns: behind)
      line += paint(Self.string(shown), .match)
      let after = Self.start(of: StyledText(row.right).cells, columns: behind - shown.columnWidth)
      line += Self.string(after)
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static let leastWidthBesideIDs = 60

  private static func columns(_ text: String) -> Int { StyledText(text).cells.columnWidth }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// As many of the first cells as fit; marks stay with their letter.
  private static func start(of cells: [StyledText.Cell], columns: Int) -> ArraySlice<StyledText.Cell> {
    var used = 0
    return cells.prefix { cell in
      used += cell.scalar.columnWidth
      return used <= columns
    }
  }

  /// As many of the last cells as fit; a mark whose letter does not fit is left out with it.
  private static func end(of cells: [StyledText.Cell], columns: Int) -> ArraySlice<StyledText.Cell> {
    var used = 0
    var start = cells.endIndex
    while start > cells.startIndex {
      used += cells[start - 1].scalar.columnWidth
      guard used <= columns else { break }
      start -= 1
    }
    return cells[start...].drop { start > cells.startIndex && $0.scalar.columnWidth == 0 }
  }

  private static func string(_ cells: ArraySlice<StyledText.Cell>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cells.lazy.map(\.scalar))
    return String(text)
  }
}
