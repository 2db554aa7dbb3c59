/// A step of repair: finds bare lists of names: runs of short units, most of them links, that end no sentence.
///
/// Each name becomes a paragraph of its own, so that no phrase runs from one name into the next; what stands in
/// parentheses after a name belongs to it.
struct NameLists {
  let rows: [Row]
  let text: CleanText

  /// The fewest names that make a list: of links, and of plain lines.
  private static let fewestLinks = 4
  private static let fewestLines = 6
  private static let mostWords = 16

  func marked(_ units: [Unit]) -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var index = 0
    while index < units.count {
      let end = mayBegin(after: result.last) ? runEnd(from: index, in: units) : index
      if end > index {
        for unit in units[index..<end] { appendName(unit, to: &result) }
        index = end
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return result
  }

  /// A list never begins in the midst of a sentence.
  private func mayBegin(after unit: Unit?) -> Bool {
    guard let unit, unit.kind == .prose else { return true }
    let last = rows[unit.rows.upperBound - 1]
    return last.ending == .sentence || last.ending == .colon
  }

  /// The end of the list that begins at `start`; `start` itself if none does.
  private func runEnd(from start: Int, in units: [Unit]) -> Int {
    guard isName(units[start]) else { return start }
    var end = start
    var links = 0
    while end < units.count, isName(units[end]) {
      if hasLink(units[end]) { links += 1 }
      end += 1
    }
    // A last name that goes on as a sentence is that sentence's first word.
    if end < units.count, end > start, goesOn(units[end]) { end -= 1 }
    let count = end - start
    let isList = links * 2 >= count ? count >= Self.fewestLinks : count >= Self.fewestLines && start > 0
    return isList ? end : start
  }

  private func hasLink(_ unit: Unit) -> Bool {
    unit.rows.contains { rows[$0].flags.contains(.isLink) || rows[$0].flags.contains(.continuesSpan) }
  }

  private func goesOn(_ unit: Unit) -> Bool {
    let row = rows[unit.rows.lowerBound]
    return unit.kind == .prose && (row.opening == .lowercase || row.opening == .continuation)
  }

  /// Few words, capitals at most of them, no sentence's end.
  private func isName(_ unit: Unit) -> Bool {
    guard unit.kind == .prose, unit.rows.count <= 4 else { return false }
    if isNote(unit) { return true }
    let first = rows[unit.rows.lowerBound]
    let last = rows[unit.rows.upperBound - 1]
    guard first.marker == .none, first.opening == .uppercase || first.flags.contains(.isLink),
      last.ending == .open, !Words.endsOpen(last, in: text)
    else { return false }
    let words = Words.split(rows[unit.rows], in: text)
    return words.count <= Self.mostWords && capitals(in: words)
  }

  private func capitals(in words: [ArraySlice<UInt8>]) -> Bool {
    var capitals = 0
    var others = 0
    for word in words {
      if word.contains(where: { (0x41...0x5A).contains($0) || $0 >= 0xC3 || $0 == 0x28 }) {
        capitals += 1
      } else if word.count > 3 {
        others += 1
      }
    }
    return capitals > others
  }

  /// A remark on a name: `(in Spanish)`, or a part of one cut at a link.
  private func isNote(_ unit: Unit) -> Bool {
    let first = rows[unit.rows.lowerBound]
    let bytes = text.bytes[first.textStart..<first.textEnd]
    guard unit.kind == .prose, unit.rows.count == 1, bytes.count <= 40, let sign = bytes.first else {
      return false
    }
    return sign == UInt8(ascii: ")") && bytes.count <= 2
      || sign == UInt8(ascii: "(") && (bytes.last == UInt8(ascii: ")") || bytes.count <= 4)
  }

  private func appendName(_ unit: Unit, to result: inout [Unit]) {
    if let last = result.last, last.kind == .names, isNote(unit) || isOpen(last) {
      result[result.count - 1].rows = last.rows.lowerBound..<unit.rows.upperBound
    } else {
      result.append(Unit(rows: unit.rows, kind: .names))
    }
  }

  /// Whether a parenthesis of the unit waits for its end.
  private func isOpen(_ unit: Unit) -> Bool {
    guard unit.rows.count <= 4 else { return false }
    var depth = 0
    for index in unit.rows {
      for byte in text.bytes[rows[index].textStart..<rows[index].textEnd] {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
      }
    }
    return depth > 0
  }
}
