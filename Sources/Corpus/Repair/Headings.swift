/// Step 11: tells which units are headings.
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
  private static let mostWords = 20
  private static let mostWordsIfMarked = 40

  /// The units, headings among them marked.
  func marked(_ units: [Unit]) -> [Unit] {
    var units = units
    for index in units.indices where units[index].kind == .prose {
      if isHeading(index, units) {
        units[index].kind = .heading
        units[index].level = level(of: units[index])
      }
    }
    return units
  }

  private func isHeading(_ index: Int, _ units: [Unit]) -> Bool {
    let unit = units[index]
    let first = rows[unit.rows.lowerBound]
    let last = rows[unit.rows.upperBound - 1]
    guard unit.rows.count <= 3, last.textEnd - first.textStart <= Self.mostBytes else { return false }
    let isStrong = unit.rows.allSatisfy { rows[$0].flags.contains(.isStrong) }
    let isNumbered = isNumber(first.marker)
    if case .number = first.marker, numbersParagraphs { return false }
    if isMarkdown, !isStrong { return false }
    guard opens(first, isFirst: index == 0), ends(last, isStrong: isStrong, isMarked: isNumbered),
      index + 1 < units.count, hasRoom(index, units),
      !continues(units[index + 1], isMarked: isNumbered || isStrong)
    else { return false }
    return hasWords(of: unit, isFirst: index == 0, isMarked: isNumbered || isStrong)
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
    let isParted = { (row: Row) in
      row.blanksBefore > 0 || !row.flags.isDisjoint(with: [.followsPageBreak, .followsRule])
    }
    let isMarked = isNumber(first.marker) || first.flags.contains(.isStrong)
    if layout.isWrapped, !isMarked, first.byteCount * 20 > layout.width * 17 { return false }
    // The first line of a sentence that a page's end has cut looks like a heading.
    if layout.isWrapped, !isMarked, next.flags.contains(.followsPageBreak) { return false }
    if index == 0 || isParted(first) {
      // The lines of a title stand one under the other.
      let isTitleLine = index == 0 && !layout.isWrapped && next.byteCount <= 100
      return isParted(next) || isTitleLine || first.flags.contains(.isStrong)
    }
    if let previous = units[..<index].last, previous.kind == .heading, previous.isHeadBlock(upTo: index) {
      return isParted(next) || next.byteCount <= 100
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

  private func hasWords(of unit: Unit, isFirst: Bool, isMarked: Bool) -> Bool {
    let words = Words.split(rows[unit.rows], in: text)
    let limit = isMarked || isFirst ? Self.mostWordsIfMarked : Self.mostWords
    guard words.count <= limit, isMarked || !isAddress(words) else { return false }
    guard words.contains(where: { $0.count > 1 && $0.contains { Self.isLetter($0) || $0 >= 0xC3 } }) else {
      return false
    }
    // A document's symbol is none either: A/PV.2047.
    if let first = words.first, first.contains(UInt8(ascii: "/")),
      first.contains(where: { (0x30...0x39).contains($0) })
    {
      return false
    }
    // Two sentences are no heading: a full stop, then a capital.
    for (word, next) in zip(words, words.dropFirst()).dropFirst(isMarked ? 1 : 0) {
      guard let last = word.last, last == 0x2E || last == 0x21 || last == 0x3F, word.count > 4,
        let capital = next.first
      else { continue }
      if (0x41...0x5A).contains(capital) { return false }
    }
    return true
  }

  private static let salutations: Set<String> = [
    "mr", "mrs", "ms", "madam", "madame", "excellency", "excellencies", "excellences", "ladies", "gentlemen",
    "distinguished", "dear", "your", "his", "her", "honourable", "honorable", "hon", "sir", "thank",
    "colleagues",
    "president", "bismillah", "praise",
  ]

  /// Words of a speaker who speaks of himself: no heading has them.
  private static let firstPerson: Set<String> = ["i", "me", "my", "we", "us", "our", "allow", "permit"]

  /// A greeting, an invocation, or the first words of a speech.
  private func isAddress(_ words: [ArraySlice<UInt8>]) -> Bool {
    let letters = words.map { word in
      Words.lowercased(word.drop { !Self.isLetter($0) }.prefix(while: Self.isLetter))
    }
    guard let first = letters.first else { return false }
    if Self.salutations.contains(first) || letters.prefix(4).contains("name") && first == "in" { return true }
    return letters.contains(where: Self.firstPerson.contains)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Numbers say their depth; a bold line stands below a plain one.
  private func level(of unit: Unit) -> Int {
    let first = rows[unit.rows.lowerBound]
    switch first.marker {
    case .number(let depth, _): return depth
    case .roman, .letter, .enumerator, .bullet: return 1
    case .none: return isMarkdown ? 7 : 1
    }
  }
}

extension Unit {
  /// Whether a heading is among the first lines of the document.
  fileprivate func isHeadBlock(upTo index: Int) -> Bool { index <= 4 && rows.lowerBound == index - 1 }
}
