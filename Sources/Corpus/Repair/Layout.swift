/// A step of repair: how the lines of a document are set.
struct Layout: Equatable, Sendable {
  /// Whether paragraphs are cut into lines of a column's width.
  var isWrapped = false
  /// The bytes of a full line, if the document is wrapped.
  var width = 0
  /// The widths of lines in the document's font, if it is wrapped and they can be told.
  var measure: LineMeasure?
  /// The bytes of a full line in blocks that are wrapped inside a document that is not; 0 without such blocks.
  var blockWidth = 0
  /// Whether an indented line tells of a new paragraph: some are, most are not.
  var indentOpensParagraph = false
  /// Whether every line has a blank one before it, so that one blank line tells nothing.
  var isDoubleSpaced = false
  /// Whether blank lines are too rare to part paragraphs: each line is one.
  var isDense = false

  private static let longestWrappedLine = 120

  init() {}

  /// Measures the rows. Half of a wrapped document's bytes stand in lines of at most 120 bytes.
  init(of rows: [Row], in text: CleanText) {
    guard rows.count >= 2 else { return }
    var rowCounts = [Int](repeating: 0, count: Self.longestWrappedLine + 1)
    var shortBytes = 0
    var bytes = 0
    var indented = 0
    var blanked = 0
    for row in rows {
      bytes += row.byteCount
      rowCounts[min(row.byteCount, Self.longestWrappedLine)] += 1
      if row.byteCount < Self.longestWrappedLine { shortBytes += row.byteCount }
      if row.indent > 0 { indented += 1 }
      if row.blanksBefore > 0 { blanked += 1 }
    }
    isDense = rows.count >= 4 && blanked * 10 < rows.count
    guard rows.count >= 12, shortBytes * 2 > bytes else {
      blockWidth = Self.blockWidth(of: rows)
      return
    }
    isWrapped = true
    isDoubleSpaced = blanked * 10 > rows.count * 9
    indentOpensParagraph = indented > 0 && indented * 100 < rows.count * 35
    var remaining = rows.count / 10
    width = Self.longestWrappedLine
    while width > 0, remaining >= rowCounts[width] {
      remaining -= rowCounts[width]
      width -= 1
    }
    // A list of short lines is not wrapped text: something has to be a sentence's length.
    if width < 30 { isWrapped = false }
    if isWrapped { measure = LineMeasure(of: rows, in: text) }
  }

  /// The width of the block that shows best that it is wrapped: the one with most lines.
  private static func blockWidth(of rows: [Row]) -> Int {
    var best = (count: 0, width: 0)
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, !rows[end].isParted { end += 1 }
      let width = wrapWidth(of: rows[start..<end])
      if end - start > best.count, width > 0 { best = (end - start, width) }
      start = end
    }
    return best.width
  }

  /// The bytes of a full line of a block that is wrapped by itself; 0 if it does not look so.
  static func wrapWidth(of block: ArraySlice<Row>) -> Int {
    guard block.count >= 3, let last = block.last else { return 0 }
    var shortest = Int.max
    var longest = 0
    for row in block.dropLast() {
      shortest = min(shortest, row.byteCount)
      longest = max(longest, row.byteCount)
    }
    return shortest >= 40 && longest <= longestWrappedLine && last.byteCount <= longestWrappedLine
      && shortest * 10 >= longest * 7 ? longest : 0
  }
}
