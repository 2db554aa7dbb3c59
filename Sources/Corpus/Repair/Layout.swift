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
  /// Whether nearly every paragraph begins behind a blank line or with an indented one, so that others are few.
  var paragraphsAreMarked = false
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
    guard rows.count >= 12 ? shortBytes * 2 > bytes : Self.isShortAndWrapped(rows) else {
      blockWidth = Self.blockWidth(of: rows)
      return
    }
    isWrapped = true
    isDoubleSpaced = blanked * 10 > rows.count * 9
    indentOpensParagraph = indented > 0 && indented * 100 < rows.count * 35
    // A tenth of the lines may be longer.
    var remaining = rows.count / 10
    width = Self.longestWrappedLine
    while width > 0, remaining >= rowCounts[width] {
      remaining -= rowCounts[width]
      width -= 1
    }
    // A list of short lines is not wrapped text: something has to be a sentence's length.
    if width < 30 { isWrapped = false }
    guard isWrapped else { return }
    paragraphsAreMarked = !isDoubleSpaced && marksParagraphs(rows)
    measure = LineMeasure(of: rows, in: text)
  }

  /// Behind most of the lines that are far from full and end a sentence, a blank line stands or an indented one.
  private func marksParagraphs(_ rows: [Row]) -> Bool {
    var ends = 0
    var marked = 0
    for (row, next) in zip(rows, rows.dropFirst())
    where row.ending == .sentence && row.byteCount * 10 < width * 7 {
      ends += 1
      if next.isParted || next.indent > row.indent { marked += 1 }
    }
    return ends > 0 && marked * 10 >= ends * 7
  }

  /// A few lines of a column's width, a third of which run on into the next in the midst of a sentence.
  private static func isShortAndWrapped(_ rows: [Row]) -> Bool {
    guard rows.count >= 3, rows.allSatisfy({ $0.byteCount <= 100 }) else { return false }
    let count = zip(rows, rows.dropFirst()).count { row, next in
      row.ending == .open && next.opening == .lowercase && !next.isParted
    }
    return count >= 2 && count * 3 >= rows.count
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
