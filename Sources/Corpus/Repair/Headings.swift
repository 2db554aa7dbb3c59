/// A step of repair: tells which units are headings.
///
/// A heading is short, ends no sentence, does not go on in what follows, and has room around it. A number, a `#` or
/// bold letters allow for more words.
struct Headings {
  let rows: [Row]
  let text: CleanText
  let layout: Layout
  let isMarkdown: Bool

  /// Whether numbers number the paragraphs of this document rather than its headings.
  private let numbersParagraphs: Bool

  init(rows: [Row], text: CleanText, layout: Layout, units: [Unit], isMarkdown: Bool) {
    self.rows = rows
    self.text = text
    self.layout = layout
    self.isMarkdown = isMarkdown
    numbersParagraphs = Self.countNumberedProse(rows, units) >= 3
  }

  private static func countNumberedProse(_ rows: [Row], _ units: [Unit]) -> Int {
    units.count { unit in
      guard case .number = rows[unit.rows.lowerBound].marker else { return false }
      return rows[unit.rows.upperBound - 1].ending == .sentence
        && rows[unit.rows.upperBound - 1].textEnd - rows[unit.rows.lowerBound].textStart > 160
    }
  }

  private static let mostBytes = 280
  /// The most bytes of a line of a title, or of a line under a title.
  private static let mostTitleBytes = 100
  /// How many units a title and the lines under it may be.
  private static let mostHeadUnits = 5

  /// The units, headings among them marked.
  func marked(_ units: [Unit]) -> [Unit] {
    var units = units
    var plain: [Int] = []
    // Whether all units so far are headings, so that this one belongs to the title.
    var isTitle = true
    for index in units.indices {
      if units[index].kind == .prose, isHeading(index, units) {
        units[index].kind = .heading
        if !isTitle, !isMarked(units[index]) { plain.append(index) }
      }
      isTitle = isTitle && units[index].kind == .heading
    }
    // A document with sections has more than one heading; one that is not short is a broken sentence.
    if plain.count == 1, let index = plain.first, !mayBeAlone(units[index]) { units[index].kind = .prose }
    return units
  }

  private func mayBeAlone(_ unit: Unit) -> Bool {
    HeadingWords(Words.split(rows[unit.rows], in: text)).mayBeOnlyHeading(hasRoom: !layout.isDense)
  }

  /// Whether a number or bold letters mark the unit.
  private func isMarked(_ unit: Unit) -> Bool {
    isNumber(rows[unit.rows.lowerBound].marker) || unit.rows.allSatisfy { rows[$0].flags.contains(.isStrong) }
  }

  private func isHeading(_ index: Int, _ units: [Unit]) -> Bool {
    let unit = units[index]
    let first = rows[unit.rows.lowerBound]
    let last = rows[unit.rows.upperBound - 1]
    guard unit.rows.count <= 3, last.textEnd - first.textStart <= Self.mostBytes,
      !first.flags.contains(.isCode)
    else {
      return false
    }
    let isStrong = unit.rows.allSatisfy { rows[$0].flags.contains(.isStrong) }
    let isNumbered = isNumber(first.marker)
    if case .number = first.marker, numbersParagraphs { return false }
    if isMarkdown, !isStrong { return false }
    guard opens(first, isFirst: index == 0), ends(last, isStrong: isStrong, isMarked: isNumbered),
      index + 1 < units.count, hasRoom(index, units),
      !continues(units[index + 1], isMarked: isNumbered || isStrong)
    else { return false }
    let words = HeadingWords(Words.split(rows[unit.rows], in: text))
    return words.mayBeHeading(isFirst: index == 0, isMarked: isNumbered || isStrong)
  }

  private func isNumber(_ marker: Marker) -> Bool {
    switch marker {
    case .number, .roman, .letter: true
    case .none, .bullet, .enumerator: false
    }
  }

  private func opens(_ row: Row, isFirst: Bool) -> Bool {
    guard isFirst || !row.flags.contains(.isLink), row.marker != .enumerator else { return false }
    return row.opening == .uppercase || row.opening == .digit || row.opening == .other
  }

  private func ends(_ row: Row, isStrong: Bool, isMarked: Bool) -> Bool {
    switch row.ending {
    case .open: !Words.endsOpen(row, in: text)
    case .sentence: text.bytes[row.textEnd - 1] == UInt8(ascii: "?") && (isStrong || isMarked)
    case .colon: isStrong
    case .semicolon, .comma, .hyphen: false
    }
  }

  /// Blank lines on both sides; in a document without blank lines, long lines on both sides.
  private func hasRoom(_ index: Int, _ units: [Unit]) -> Bool {
    let first = rows[units[index].rows.lowerBound]
    let next = rows[units[index + 1].rows.lowerBound]
    let isMarked = isNumber(first.marker) || first.flags.contains(.isStrong)
    if layout.isWrapped, !isMarked {
      // A line that is nearly full, or that a page's end follows, is the first of a sentence that was cut.
      if first.byteCount * 20 > layout.width * 17 || next.flags.contains(.followsPageBreak) { return false }
    }
    if index == 0 || first.isParted {
      // The lines of a title stand one under the other.
      let isTitleLine = index == 0 && !layout.isWrapped && next.byteCount <= Self.mostTitleBytes
      return next.isParted || isTitleLine || first.flags.contains(.isStrong)
    }
    if index < Self.mostHeadUnits, units[..<index].allSatisfy({ $0.kind == .heading }) {
      return next.isParted || next.byteCount <= Self.mostTitleBytes
    }
    let before = rows[units[index - 1].rows.upperBound - 1]
    guard layout.isDense, before.ending == .sentence else { return false }
    return layout.isWrapped
      ? units[index].rows.count == 1 && first.byteCount * 2 < layout.width
      : first.byteCount <= 80 && before.byteCount >= 100 && next.byteCount >= 100
  }

  private func continues(_ next: Unit, isMarked: Bool) -> Bool {
    let row = rows[next.rows.lowerBound]
    guard next.kind == .prose else { return false }
    return row.opening == .continuation || (row.opening == .lowercase && !isMarked)
  }
}
