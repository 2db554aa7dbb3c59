/// Step 8: how the lines of a document are set.
struct Layout: Equatable, Sendable {
  /// Whether paragraphs are cut into lines of a column's width.
  var isWrapped = false
  /// The bytes of a full line, if the document is wrapped.
  var width = 0
  /// Whether an indented line tells of a new paragraph: some are, most are not.
  var indentOpensParagraph = false
  /// Whether every line has a blank one before it, so that blank lines tell nothing.
  var isDoubleSpaced = false
  /// Whether blank lines are too rare to part paragraphs: each line is one.
  var isDense = false

  private static let longestWrappedLine = 120

  init() {}

  /// Measures the rows. Half of a wrapped document's bytes stand in lines of at most 120 bytes.
  init(of rows: [Row]) {
    guard rows.count >= 4 else { return }
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
    isDense = blanked * 10 < rows.count
    guard rows.count >= 12, shortBytes * 2 > bytes else { return }
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
  }
}
