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
    if contextWidth == nil, rest < Self.leastWidthBesideDates { return narrowText(of: rows, dates, ids) }
    // Words around a match tell more than its id.
    let hasIDs = contextWidth != nil || rest - idWidth - 2 >= Self.leastWidthBesideIDs
    let room = hasIDs ? rest - idWidth - 2 : rest
    return zip(rows, zip(dates, ids)).map { row, lead in
      var line = paint(lead.0, .quiet) + Self.spaces(dateWidth - Self.columns(lead.0)) + "  "
      if hasIDs { line += paint(lead.1, .quiet) + Self.spaces(idWidth - Self.columns(lead.1)) + "  " }
      return self.line(line, row, room: room, contextWidth: contextWidth)
    }.joined()
  }

  /// Occurrences below a line with the date and the id that they have in common.
  private func narrowText(of rows: [KwicRowMessage], _ dates: [String], _ ids: [String]) -> String {
    rows.indices.map { index in
      let isNew = index == 0 || ids[index] != ids[index - 1]
      let heading =
        isNew ? block(StyledText("\(dates[index]) \(ids[index])"), indent: 2, lead: "", role: .quiet) : ""
      return heading + line("  ", rows[index], room: width - 2, contextWidth: nil)
    }.joined()
  }

  /// - Parameter room: Columns behind `lead`.
  private func line(_ lead: String, _ row: KwicRowMessage, room: Int, contextWidth: Int?) -> String {
    let left = contextWidth ?? max(4, room * 2 / 5)
    let before = Self.end(of: StyledText(row.left).cells, columns: left)
    var line = lead + Self.spaces(left - before.columnWidth) + Self.string(before)
    let match = Self.marked(row)
    let behind = contextWidth.map { $0 + match.columnWidth } ?? max(0, room - left)
    let shown = Self.shortened(match, columns: behind)
    line += paint(shown, nil)
    line += Self.string(Self.start(of: StyledText(row.right).cells, columns: behind - shown.columnWidth))
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// What matched, with all that was asked for marked.
  private static func marked(_ row: KwicRowMessage) -> [StyledText.Cell] {
    var cells = StyledText(row.match).cells
    for range in row.highlights ?? [[0, cells.count]]
    where range.count == 2 && range[0] >= 0 && range[0] <= range[1] && range[1] <= cells.count {
      for position in range[0]..<range[1] { cells[position].isMarked = true }
    }
    return cells
  }

  /// As much as fits: of what is too long its beginning and its end, for what was asked for is at both; of one word its beginning.
  private static func shortened(_ match: [StyledText.Cell], columns: Int) -> [StyledText.Cell] {
    let isWhole = match.allSatisfy(\.isMarked)
    guard match.columnWidth > columns, !isWhole, columns >= 2 * leastPart + 1 else {
      return Array(start(of: match, columns: columns))
    }
    let head = start(of: match, columns: columns / 2)
    let tail = end(of: match, columns: columns - head.columnWidth - 1)
    return head + [StyledText.Cell(scalar: "…", isMarked: false)] + tail
  }

  private static let leastPart = 4
  private static let leastWidthBesideDates = 24
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
