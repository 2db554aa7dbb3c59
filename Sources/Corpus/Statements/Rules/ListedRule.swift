/// The bullets below `France made three points:` are France's.
struct ListedRule {
  private var statement: Int?

  /// Remembers the statement that a paragraph with a colon at its end closes with.
  mutating func begin(behind passage: Passage, _ reports: [Report], statement: Int) {
    let endsOpen = passage.tailGap.contains(.colon)
    let reachesEnd = reports.last.map { $0.utf8.upperBound >= passage.utf8.count } ?? false
    self.statement = endsOpen && reachesEnd ? statement : nil
  }

  mutating func end() { statement = nil }

  /// Adds a bullet that names no speaker of its own to the statement above; false if it is no such bullet.
  mutating func takes(
    _ paragraph: Paragraph, _ index: Int, _ reports: [Report], into statements: inout [Statement]
  ) -> Bool {
    guard let statement else { return false }
    guard paragraph.kind == .bullet else {
      self.statement = nil
      return false
    }
    guard !reports.contains(where: { !$0.attribution.voices.isEmpty }) else { return false }
    statements[statement].ranges.append(TextRange(paragraph: index, utf8: 0..<paragraph.utf8.count))
    return true
  }
}
