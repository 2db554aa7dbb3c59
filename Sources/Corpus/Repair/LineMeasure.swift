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
  /// The width of a full line, in thousandths of an em.
  private(set) var width = 0
  /// How far the first line of a paragraph stands in, in thousandths of an em; 0 if it does not, or nobody can tell.
  private(set) var indent = 0

  /// How much of a line's width may be lost to rounding and spacing.
  private var tolerance: Int { font == .fixed ? 250 : width / 50 }

  private init(font: Font) { self.font = font }

  /// How many rows are measured at most.
  private static let sample = 120
  /// The fewest lines that end inside a sentence, from which a width can be told.
  private static let fewestLines = 6
  /// The largest part of such lines that may leave room, in percent; the first lines of paragraphs do if they are
  /// indented.
  private static let mostExceptions = 25

  /// Measures a document whose lines are wrapped; nil if no width explains where its lines end.
  init?(of rows: [Row], in text: CleanText) {
    let step = max(1, rows.count / Self.sample)
    let pairs = stride(from: 0, to: rows.count - 1, by: step).filter {
      Self.goesOn(rows[$0], to: rows[$0 + 1])
    }
    guard pairs.count >= Self.fewestLines else { return nil }
    var best: (measure: LineMeasure, exceptions: Int)?
    for font in [Font.fixed, .proportional] {
      var measure = LineMeasure(font: font)
      let widths = pairs.map { index in
        (
          line: measure.width(of: rows[index], in: text),
          next: measure.width(ofFirstWordOf: rows[index + 1], in: text)
        )
      }
      let sorted = widths.map(\.line).sorted()
      for percent in [90, 95, 98, 100] {
        measure.width = sorted[(sorted.count - 1) * percent / 100]
        let exceptions = widths.count { line, next in
          line > measure.width + measure.tolerance || line + next <= measure.width - measure.tolerance
        }
        if best.map({ exceptions < $0.exceptions }) ?? true { best = (measure, exceptions) }
      }
    }
    guard let best, best.exceptions * 100 <= pairs.count * Self.mostExceptions else { return nil }
    self = best.measure
    indent = firstLineIndent(of: rows, in: text)
  }

  /// Whether a sentence certainly runs from one row into the next.
  private static func goesOn(_ row: Row, to next: Row) -> Bool {
    row.ending == .open && next.opening == .lowercase && !next.isParted && row.marker == .none
      && next.marker == .none
  }

  /// The room that the first lines of paragraphs leave: those behind a line that is far from full.
  private func firstLineIndent(of rows: [Row], in text: CleanText) -> Int {
    var widths: [Int] = []
    for index in rows.indices.dropFirst().dropLast() where widths.count < Self.sample {
      guard rows[index - 1].ending == .sentence, rows[index].ending == .open, rows[index].marker == .none,
        Self.goesOn(rows[index], to: rows[index + 1]),
        width(of: rows[index - 1], in: text) * 10 < width * 7
      else { continue }
      widths.append(width(of: rows[index], in: text))
    }
    guard widths.count >= 4 else { return 0 }
    widths.sort()
    let indent = width - widths[(widths.count - 1) * 9 / 10]
    return indent * 100 >= width * 4 ? indent : 0
  }

  /// Whether the first word of `next` would have fitted behind `row`, which stands `indent` further in.
  func hasRoom(behind row: Row, for next: Row, indent: Int = 0, in text: CleanText) -> Bool {
    width(of: row, in: text) + indent + width(ofFirstWordOf: next, in: text) <= width - tolerance
  }

  /// Whether the row is so full that it cannot stand in as the first line of a paragraph does.
  func isTooWideForFirstLine(_ row: Row, in text: CleanText) -> Bool {
    indent > 0 && width(of: row, in: text) + indent > width + tolerance
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
