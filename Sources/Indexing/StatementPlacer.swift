internal import Corpus
internal import Segment
internal import Text

/// Finds the words that the statements of a document hold, paragraph by paragraph.
///
/// Statements are numbered as their first words come. One that another interrupts goes on as a statement of its own, so
/// that the words of each stand together.
struct StatementPlacer {
  /// Which statement words of a paragraph belong to, by its place in ``placed``.
  typealias Place = (positions: Range<UInt32>, statement: Int)

  /// By paragraph: ranges of its text in order, each with the index of its statement.
  private let ranges: [Int: [(utf8: Range<Int>, statement: Int)]]
  /// Of each statement that was numbered, its index in the document and its words.
  private(set) var placed: [(statement: Int, spans: [StoredStatement.Span])] = []

  init(_ statements: [Statement]) {
    var ranges: [Int: [(utf8: Range<Int>, statement: Int)]] = [:]
    for (index, statement) in statements.enumerated() {
      for range in statement.ranges { ranges[range.paragraph, default: []].append((range.utf8, index)) }
    }
    self.ranges = ranges.mapValues { $0.sorted { $0.utf8.lowerBound < $1.utf8.lowerBound } }
  }

  /// Places the statements of the next paragraph; returns them in order.
  mutating func place(_ paragraph: Int, _ buffer: TokenBuffer) -> [Place] {
    guard let ranges = ranges[paragraph] else { return [] }
    let words = buffer.tokens.filter { $0.kind == .word }
    var places: [Place] = []
    var next = 0
    for (utf8, statement) in ranges {
      while next < words.count, Int(words[next].start) < utf8.lowerBound { next += 1 }
      let first = next
      while next < words.count, Int(words[next].end) <= utf8.upperBound { next += 1 }
      guard next > first else { continue }
      let positions = UInt32(words[first].position)..<UInt32(words[next - 1].position) + 1
      if placed.last?.statement != statement { placed.append((statement, [])) }
      placed[placed.count - 1].spans.append(StoredStatement.Span(unit: paragraph, positions: positions))
      places.append((positions, placed.count - 1))
    }
    return places
  }
}
