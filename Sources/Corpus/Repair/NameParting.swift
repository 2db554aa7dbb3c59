/// A step of repair: parts the names of a list that stand on one line: `[Belgium](#) (in French) [Bolivia](#) [Qatar](#)`.
///
/// A link is a name of its own. A line without links is parted where it is nothing but names that stand elsewhere in
/// the document on their own, as links or lines of the list. A link that begins small is the rest of the one before
/// if both together are such a name.
struct NameParting {
  private var rows: [Row]
  private let text: CleanText
  /// Every name that stands on its own: a link's text, or a line of a list.
  private let names: Set<ArraySlice<UInt8>>

  /// The most words of a line to be parted.
  private static let mostWords = 48

  /// Parts the units of names; their rows are parted with them.
  static func part(_ units: inout [Unit], of rows: inout [Row], in text: CleanText) {
    guard units.contains(where: { $0.kind == .names }) else { return }
    var parting = NameParting(units, rows: rows, text: text)
    parting.run(&units)
    rows = parting.rows
  }

  private init(_ units: [Unit], rows: [Row], text: CleanText) {
    self.rows = rows
    self.text = text
    var names: Set<ArraySlice<UInt8>> = []
    for link in text.links { names.insert(text.bytes[link]) }
    for unit in units where unit.kind == .names && unit.rows.count == 1 {
      let row = rows[unit.rows.lowerBound]
      names.insert(text.bytes[row.textStart..<row.textEnd])
    }
    self.names = names
  }

  private mutating func run(_ units: inout [Unit]) {
    var partedRows: [Row] = []
    var partedUnits: [Unit] = []
    partedRows.reserveCapacity(rows.count)
    for var unit in units {
      let parts = unit.kind == .names ? parts(of: unit) : [Array(rows[unit.rows])]
      for part in parts {
        unit.rows = partedRows.count..<partedRows.count + part.count
        partedRows += part
        partedUnits.append(unit)
      }
    }
    rows = partedRows
    units = partedUnits
  }

  /// The rows of each name of a unit.
  private func parts(of unit: Unit) -> [[Row]] {
    let pieces = unit.rows.flatMap { index in
      ranges(of: rows[index]).enumerated().map { place, range in
        part(range, of: rows[index], isFirst: place == 0)
      }
    }
    guard pieces.count > unit.rows.count else { return [Array(rows[unit.rows])] }
    var parts: [[Row]] = []
    for var piece in pieces {
      if let last = parts.last?.last, goesOn(piece, from: last) {
        piece.flags.insert(.continuesWord)
        parts[parts.count - 1].append(piece)
      } else if isNote(piece), !parts.isEmpty {
        parts[parts.count - 1].append(piece)
      } else {
        parts.append([piece])
      }
    }
    return parts
  }

  private func part(_ range: Range<Int>, of row: Row, isFirst: Bool) -> Row {
    var part = row
    part.textStart = range.lowerBound
    part.textEnd = range.upperBound
    if !isFirst {
      part.flags.insert(.isPart)
      part.blanksBefore = 0
      part.markerCount = 0
    }
    return part
  }

  /// Where the names of a row stand, one behind the other; the row whole if it is one.
  private func ranges(of row: Row) -> [Range<Int>] {
    let whole = [row.textStart..<row.textEnd]
    let links = text.links[firstLink(from: row.textStart)...].prefix { $0.lowerBound < row.textEnd }
    if links.count >= 2 { return rangesBetween(links, of: row) ?? whole }
    guard links.isEmpty, names.count >= 2 else { return whole }
    return knownNames(of: row) ?? whole
  }

  private func firstLink(from offset: Int) -> Int {
    var low = 0
    var high = text.links.count
    while low < high {
      let middle = (low + high) / 2
      if text.links[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The links of a row and the notes in parentheses between them; nil if other words stand there.
  private func rangesBetween(_ links: ArraySlice<Range<Int>>, of row: Row) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var end = row.textStart
    for link in links + [row.textEnd..<row.textEnd] {
      let between = trimmed(end..<link.lowerBound)
      if !between.isEmpty {
        guard text.bytes[between.lowerBound] == UInt8(ascii: "("),
          text.bytes[between.upperBound - 1] == UInt8(ascii: ")")
        else { return nil }
        ranges.append(between)
      }
      if !link.isEmpty { ranges.append(trimmed(link)) }
      end = link.upperBound
    }
    return ranges
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.bytes[start] == 0x20 { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// The fewest known names that make up the row; nil if none do, or the row is one name.
  private func knownNames(of row: Row) -> [Range<Int>]? {
    let words = text.bytes[row.textStart..<row.textEnd].split(separator: 0x20)
    guard (2...Self.mostWords).contains(words.count) else { return nil }
    // The fewest names that end with each word, and where the last of them begins.
    var counts = [Int?](repeating: nil, count: words.count + 1)
    var starts = [Int](repeating: 0, count: words.count + 1)
    counts[0] = 0
    for end in 1...words.count {
      for start in 0..<end where end - start < words.count {
        guard let count = counts[start], counts[end].map({ count + 1 < $0 }) ?? true,
          names.contains(text.bytes[words[start].startIndex..<words[end - 1].endIndex])
        else { continue }
        counts[end] = count + 1
        starts[end] = start
      }
    }
    guard counts[words.count] != nil else { return nil }
    var ranges: [Range<Int>] = []
    var end = words.count
    while end > 0 {
      ranges.append(words[starts[end]].startIndex..<words[end - 1].endIndex)
      end = starts[end]
    }
    return ranges.reversed()
  }

  private func isNote(_ row: Row) -> Bool { text.bytes[row.textStart] == UInt8(ascii: "(") }

  /// Whether a part that begins small is the rest of the name before it.
  private func goesOn(_ part: Row, from last: Row) -> Bool {
    guard RowEdges.opening(of: text.bytes.span, from: part.textStart, to: part.textEnd) == .lowercase else {
      return false
    }
    return names.contains(
      (text.bytes[last.textStart..<last.textEnd] + text.bytes[part.textStart..<part.textEnd])[...])
  }
}
