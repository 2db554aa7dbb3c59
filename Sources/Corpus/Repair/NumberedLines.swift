/// A step of repair: parts a long line that holds several numbered paragraphs, one behind the other.
///
/// The evidence is the numbers: each stands behind a sentence's end and before a capital, and is one more than the
/// number before it.
enum NumberedLines {
  /// The fewest bytes of a line that is looked at.
  private static let leastBytes = 2_000

  static func part(_ rows: inout [Row], in text: CleanText) {
    guard rows.contains(where: { $0.byteCount >= leastBytes }) else { return }
    rows = rows.flatMap { $0.byteCount >= leastBytes ? parts(of: $0, in: text) : [$0] }
  }

  private static func parts(of row: Row, in text: CleanText) -> [Row] {
    let places = numbers(of: row, in: text.bytes.span)
    var starts: [Int] = []
    var last: Int?
    if case .number(depth: 1, let number) = row.marker { last = Int(number) }
    for (index, place) in places.enumerated() {
      let opensSequence =
        last == nil && index + 1 < places.count && places[index + 1].number == place.number + 1
      guard opensSequence || last.map({ place.number == $0 + 1 }) ?? false else { continue }
      starts.append(place.offset)
      last = place.number
    }
    guard !starts.isEmpty else { return [row] }
    var parts: [Row] = []
    for (start, end) in zip([row.textStart] + starts, starts.map { $0 - 1 } + [row.textEnd]) {
      var part = row
      part.textStart = start
      part.textEnd = end
      if start > row.textStart {
        part.flags = [.isPart]
        part.blanksBefore = 0
        part.indent = 0
        part.leadCount = 0
        part.level = 0
        part.markerCount = 0
        MarkerScanner.read(&part, in: text.bytes.span)
      }
      RowEdges.look(at: &part, in: text.bytes.span)
      parts.append(part)
    }
    return parts
  }

  /// Every `12. ` between a sentence's end and a capital.
  private static func numbers(of row: Row, in bytes: Span<UInt8>) -> [(offset: Int, number: Int)] {
    var places: [(offset: Int, number: Int)] = []
    var offset = row.textStart + 4
    while offset + 2 < row.textEnd {
      guard bytes[offset] == 0x2E, isDigit(bytes[offset - 1]), bytes[offset + 1] == 0x20,
        RowEdges.opening(of: bytes, from: offset + 2, to: row.textEnd) == .uppercase
      else {
        offset += 1
        continue
      }
      var start = offset
      var number = 0
      var power = 1
      while start > row.textStart, offset - start < 3, isDigit(bytes[start - 1]) {
        start -= 1
        number += Int(bytes[start] - 0x30) * power
        power *= 10
      }
      if start - 1 > row.textStart, bytes[start - 1] == 0x20,
        RowEdges.ending(of: bytes, from: row.textStart, to: start - 1) == .sentence
      {
        places.append((start, number))
      }
      offset += 2
    }
    return places
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
