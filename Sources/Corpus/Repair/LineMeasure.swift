/// How wide the lines of a wrapped document are set, and so whether a line was ended because it was full.
///
/// Where the first word of the next line would still have fitted, somebody ended the line: a paragraph is over. Widths
/// are those of the font: typewritten pages give every character the same room, printed ones do not, and the
/// document shows which by how few of its lines end with room for the next word in the midst of a sentence.
///
/// The idea of setting lines by the widths of their words: Knuth and Plass, "Breaking Paragraphs into Lines",
/// Software: Practice and Experience 11 (1981); here it is read backwards.
struct LineMeasure: Equatable, Sendable {
  enum Font: Sendable {
    case fixed
    case proportional
  }

  let font: Font
  /// What has no room in a line, in thousandths of an em: hardly any line is that wide, and hardly any would not be
  /// with the first word of the next.
  private(set) var overflow = 0
  /// How far the first line of a paragraph stands in, in thousandths of an em; 0 if it does not, or nobody can tell.
  private(set) var indent = 0

  private init(font: Font) { self.font = font }

  /// How many lines are measured at most.
  private static let sample = 120
  /// The fewest lines that end inside a sentence, from which a width can be told.
  private static let fewestLines = 6
  /// How many of a hundred lines may be wider than that, or had room.
  private static let mostExceptions = 20

  /// Measures a document whose lines are wrapped; nil if no font explains where its lines end.
  init?(of rows: [Row], in text: CleanText) {
    let step = max(1, rows.count / Self.sample)
    // Not the first lines of paragraphs, which may stand in.
    let pairs = stride(from: 1, to: rows.count - 1, by: step).filter { index in
      rows[index - 1].ending == .open && !rows[index].isParted
        && Self.goesOn(rows[index], to: rows[index + 1])
    }
    guard pairs.count >= Self.fewestLines else { return nil }
    var best: (measure: LineMeasure, exceptions: Int)?
    var median = 0
    for font in [Font.fixed, .proportional] {
      var measure = LineMeasure(font: font)
      let widths = pairs.map { measure.width(of: rows[$0], in: text) }
      let sums = zip(widths, pairs).map { $0 + measure.width(ofFirstWordOf: rows[$1 + 1], in: text) }
      let lines = widths.sorted()
      let exceptions = measure.setOverflow(lines: lines, sums: sums.sorted())
      if best.map({ exceptions < $0.exceptions }) ?? true {
        best = (measure, exceptions)
        median = lines[lines.count / 2]
      }
    }
    guard let best, best.exceptions * 100 <= pairs.count * Self.mostExceptions else { return nil }
    self = best.measure
    indent = firstLineIndent(of: rows, in: text, median: median)
  }

  /// Sets the overflow to the sum that parts lines from sums best, and returns how many are on the wrong side.
  ///
  /// - Parameters:
  ///   - lines: The widths of lines, sorted.
  ///   - sums: The widths of the same lines with the next one's first word, sorted.
  private mutating func setOverflow(lines: [Int], sums: [Int]) -> Int {
    var fewest = Int.max
    var narrower = 0
    for (tooNarrow, sum) in sums.enumerated() {
      while narrower < lines.count, lines[narrower] < sum { narrower += 1 }
      let exceptions = tooNarrow + lines.count - narrower
      if exceptions <= fewest { (fewest, overflow) = (exceptions, sum) }
    }
    return fewest
  }

  /// Whether a sentence certainly runs from one row into the next.
  private static func goesOn(_ row: Row, to next: Row) -> Bool {
    row.ending == .open && next.opening == .lowercase && !next.isParted && row.marker == .none
      && next.marker == .none
  }

  /// How much narrower the first lines of paragraphs are, those behind a line that is far from full, than lines of
  /// the `median` width.
  private func firstLineIndent(of rows: [Row], in text: CleanText, median: Int) -> Int {
    var widths: [Int] = []
    for index in rows.indices.dropFirst().dropLast() where widths.count < Self.sample {
      guard rows[index - 1].ending == .sentence, rows[index].marker == .none,
        Self.goesOn(rows[index], to: rows[index + 1]),
        width(of: rows[index - 1], in: text) * 10 < overflow * 7
      else { continue }
      widths.append(width(of: rows[index], in: text))
    }
    guard widths.count >= 4 else { return 0 }
    widths.sort()
    let indent = median - widths[widths.count / 2]
    return indent * 100 >= overflow * 4 ? indent : 0
  }

  /// Whether the first word of `next` would have fitted behind `row`, which stands `indent` further in.
  func hasRoom(behind row: Row, for next: Row, indent: Int = 0, in text: CleanText) -> Bool {
    width(of: row, in: text) + indent + width(ofFirstWordOf: next, in: text) < overflow
  }

  /// Whether the row is so full that it cannot stand in as the first line of a paragraph does.
  func isTooWideForFirstLine(_ row: Row, in text: CleanText) -> Bool {
    indent > 0 && width(of: row, in: text) + indent >= overflow
  }

  func width(of row: Row, in text: CleanText) -> Int {
    width(of: text.bytes.span, from: row.textStart, to: row.textEnd)
  }

  /// The width of a space and the word behind it.
  private func width(ofFirstWordOf row: Row, in text: CleanText) -> Int {
    var end = row.textStart
    while end < row.textEnd, text.bytes[end] != 0x20 { end += 1 }
    return (font == .fixed ? 500 : 250) + width(of: text.bytes.span, from: row.textStart, to: end)
  }

  private func width(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    // Nearly all is ASCII where a typewriter was used.
    guard font == .proportional else { return (end - start) * 500 }
    let times = Self.times
    var sum = 0
    for offset in start..<end {
      let byte = bytes[offset]
      // The bytes of a scalar behind its first take no room.
      if byte & 0xC0 != 0x80 { sum += Int(times[Int(min(byte, 0x7F))]) }
    }
    return sum * 10
  }

  /// The widths of a text face of Times' proportions, in hundredths of an em, for ASCII and (last) all else.
  private static let times: [UInt8] = [
    25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25,
    25, 25,
    25, 25, 25, 25, 25, 33, 41, 50, 50, 83, 78, 33, 33, 33, 50, 56, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50,
    50, 50,
    50, 50, 28, 28, 56, 56, 56, 44, 92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72, 56, 72,
    67, 56,
    61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50, 33, 44, 50, 44, 50, 44, 33, 50, 50, 28, 28, 50, 28, 78,
    50, 50,
    50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54, 50,
  ]
}
