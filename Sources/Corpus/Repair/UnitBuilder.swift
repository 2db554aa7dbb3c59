/// A step of repair: groups the rows of each block into units.
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
      while blockEnd < rows.count, !rows[blockEnd].isParted { blockEnd += 1 }
      append(block: blockStart..<blockEnd, to: &units)
      blockStart = blockEnd
    }
    return units
  }

  private func append(block: Range<Int>, to units: inout [Unit]) {
    let width = layout.isWrapped ? layout.width : width(ofBlock: block)
    var start = block.lowerBound
    for index in block.dropFirst()
    where parts(index, unitStart: start, blockEnd: block.upperBound, width: width) {
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

  /// The bytes of a full line in a block of a document that is not wrapped as a whole; 0 if the block is not either.
  private func width(ofBlock block: Range<Int>) -> Int {
    guard !isMarkdown, block.count >= 2 else { return 0 }
    let own = Layout.wrapWidth(of: rows[block])
    if own > 0 { return own }
    let longest = rows[block].reduce(0) { max($0, $1.byteCount) }
    let lines = rows[block].dropLast()
    if longest <= layout.blockWidth, lines.allSatisfy({ $0.byteCount * 10 >= layout.blockWidth * 8 }) {
      return layout.blockWidth
    }
    return block.count == 2 && isCutSentence(rows[block.lowerBound], rows[block.lowerBound + 1]) ? longest : 0
  }

  /// Whether two lines are one sentence: the first word of the second had no room in the first.
  private func isCutSentence(_ first: Row, _ last: Row) -> Bool {
    guard first.ending == .open, last.ending == .sentence, last.marker == .none,
      !first.flags.contains(.isStrong),
      (40...90).contains(first.byteCount)
    else { return false }
    let word = text.bytes[last.textStart..<last.textEnd].prefix { $0 != 0x20 }
    return first.byteCount + 1 + word.count > last.byteCount
  }

  /// Whether a unit begins at `index`, given that the row before is of the same block.
  private func parts(_ index: Int, unitStart: Int, blockEnd: Int, width: Int) -> Bool {
    let row = rows[index]
    let previous = rows[index - 1]
    if row.flags.contains(.continuesHeading) { return false }
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
      ? partsWrapped(index, unitStart: unitStart, blockEnd: blockEnd, width: width)
      : partsUnwrapped(row, previous)
  }

  /// A number in the midst of a sentence is no item: `… in paragraph\n1. The`.
  private func isItem(_ row: Row, after previous: Row, in unitStart: Int) -> Bool {
    if previous.ending == .sentence || previous.ending == .colon || previous.ending == .semicolon {
      return true
    }
    if row.flags.contains(.isTabbed) { return true }
    guard case .number(let depth, let last) = row.marker else { return false }
    if isMarkdown {
      // In a list any number begins an item; a paragraph is interrupted by the number 1 alone (CommonMark, section 5.2).
      return rows[unitStart].marker != .none || (depth == 1 && last == 1)
    }
    guard case .number(_, let before) = rows[unitStart].marker else { return false }
    return last == before + 1
  }

  private func partsWrapped(_ index: Int, unitStart: Int, blockEnd: Int, width: Int) -> Bool {
    let row = rows[index]
    let previous = rows[index - 1]
    let isFirst = index - 1 == unitStart
    switch previous.ending {
    case .sentence, .colon:
      if row.opening == .lowercase || row.opening == .continuation { return false }
      if layout.indentOpensParagraph, row.indent > 0, previous.indent == 0 || isFirst { return true }
      let isShort = previous.byteCount * 10 < width * 8
      guard let measure = layout.measure else { return isShort }
      if layout.paragraphsAreMarked {
        return isShort && measure.hasRoom(behind: previous, for: row, in: text)
      }
      return opensParagraph(index, isFirst: isFirst, blockEnd: blockEnd, measure)
    case .semicolon, .comma, .hyphen: return false
    case .open:
      // A heading glued to its paragraph: a short first line that ends no sentence, a capital after it.
      guard isFirst, unitStart > 0, previous.byteCount * 2 < width, row.opening == .uppercase else {
        return false
      }
      return previous.opening == .uppercase && !Words.endsOpen(previous, in: text)
    }
  }

  /// Whether a paragraph begins at a row behind one that ended a sentence.
  ///
  /// The line before was ended early, or this one was, because it stands in.
  private func opensParagraph(_ index: Int, isFirst: Bool, blockEnd: Int, _ measure: LineMeasure) -> Bool {
    let row = rows[index]
    let previous = rows[index - 1]
    let indent = isFirst ? measure.indent : 0
    if measure.hasRoom(behind: previous, for: row, indent: indent, in: text) {
      return !measure.isTooWideForFirstLine(row, in: text) || previous.byteCount * 10 < layout.width * 8
    }
    guard index + 1 < blockEnd, row.ending != .sentence, row.ending != .colon else { return false }
    // Where nobody can tell how far first lines stand in, the room has to be plain to see.
    let margin = measure.indent > 0 ? 0 : measure.overflow / 25
    return measure.hasRoom(behind: row, for: rows[index + 1], indent: margin, in: text)
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
