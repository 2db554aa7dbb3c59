/// Step 9: groups the rows of each block into units.
///
/// Inside a block there is no blank line to go by, only how the rows begin and end and how full they are.
struct UnitBuilder {
  let rows: [Row]
  let text: CleanText
  let layout: Layout
  /// Whether the source is Markdown, where only markers and blank lines part paragraphs.
  let isMarkdown: Bool

  func units() -> [Unit] {
    var units: [Unit] = []
    var blockStart = 0
    while blockStart < rows.count {
      var blockEnd = blockStart + 1
      while blockEnd < rows.count, !opensBlock(blockEnd) { blockEnd += 1 }
      append(block: blockStart..<blockEnd, to: &units)
      blockStart = blockEnd
    }
    return units
  }

  private func opensBlock(_ index: Int) -> Bool {
    rows[index].blanksBefore > 0 || !rows[index].flags.isDisjoint(with: [.followsPageBreak, .followsRule])
  }

  private func append(block: Range<Int>, to units: inout [Unit]) {
    let width = layout.isWrapped ? layout.width : wrapWidth(of: block)
    var start = block.lowerBound
    for index in block.dropFirst() where parts(index, unitStart: start, width: width) {
      units.append(unit(start..<index))
      start = index
    }
    units.append(unit(start..<block.upperBound))
  }

  private func unit(_ range: Range<Int>) -> Unit {
    let first = rows[range.lowerBound]
    return Unit(
      rows: range, kind: first.level > 0 ? .heading : first.isBullet ? .bullet : .prose, level: first.level)
  }

  /// The width of a block that is wrapped inside a document that is not; 0 if it is not either.
  private func wrapWidth(of block: Range<Int>) -> Int {
    guard block.count >= 3 else { return 0 }
    var shortest = Int.max
    var longest = 0
    for index in block.dropLast() {
      shortest = min(shortest, rows[index].byteCount)
      longest = max(longest, rows[index].byteCount)
    }
    return shortest >= 40 && longest <= 120 && shortest * 10 >= longest * 7 ? longest : 0
  }

  /// Whether a unit begins at `index`, given that the row before is of the same block.
  private func parts(_ index: Int, unitStart: Int, width: Int) -> Bool {
    let row = rows[index]
    let previous = rows[index - 1]
    if row.level > 0 || previous.level > 0 { return true }
    if previous.byteCount == 0 { return false }
    if row.flags.contains(.continuesSpan), previous.ending != .sentence { return false }
    switch row.marker {
    case .bullet: return true
    case .number, .enumerator:
      if isItem(row, after: previous, in: unitStart) { return true }
    case .roman, .letter, .none: break
    }
    if isMarkdown { return false }
    return width > 0
      ? partsWrapped(row, previous, isFirst: index - 1 == unitStart, unitStart: unitStart, width: width)
      : partsUnwrapped(row, previous)
  }

  /// A number in the midst of a sentence is no item: `… in paragraph\n1. The`.
  private func isItem(_ row: Row, after previous: Row, in unitStart: Int) -> Bool {
    if previous.ending == .sentence || previous.ending == .colon || previous.ending == .semicolon {
      return true
    }
    if row.flags.contains(.isTabbed) { return true }
    if case .number(_, let last) = row.marker, case .number(_, let before) = rows[unitStart].marker {
      return last == before + 1
    }
    return isMarkdown && row.marker == .number(depth: 1, last: 1)
  }

  private func partsWrapped(_ row: Row, _ previous: Row, isFirst: Bool, unitStart: Int, width: Int) -> Bool {
    let isShort = previous.byteCount * 10 < width * 8
    switch previous.ending {
    case .sentence, .colon:
      if row.opening == .lowercase || row.opening == .continuation { return false }
      if layout.indentOpensParagraph, row.indent > 0, previous.indent == 0 || isFirst { return true }
      return isShort
    case .semicolon, .comma, .hyphen: return false
    case .open:
      // A heading glued to its paragraph: a short first line that ends no sentence, a capital after it.
      guard isFirst, unitStart > 0, previous.byteCount * 2 < width, row.opening == .uppercase else {
        return false
      }
      return previous.opening == .uppercase && !Words.endsOpen(previous, in: text)
    }
  }

  private func partsUnwrapped(_ row: Row, _ previous: Row) -> Bool {
    switch previous.ending {
    case .sentence, .colon, .semicolon: return row.opening != .continuation
    case .hyphen: return false
    case .comma: return row.opening == .uppercase && previous.byteCount < 100
    case .open:
      if row.opening == .lowercase || row.opening == .continuation || row.opening == .parenthesis {
        return false
      }
      return previous.byteCount < 100 && !Words.endsOpen(previous, in: text)
    }
  }
}
