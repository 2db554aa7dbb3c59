/// The queries that collections of every size are asked.
///
/// They are made of paragraphs of the smallest collection, drawn by a seed. Since a table of some seed begins with every smaller one of
/// that seed, all sizes are asked the same, and every query matches something in each.
struct GrowthQueries {
  /// Some paragraphs are too short for a query of five words, or give what another gave.
  private static let paragraphsForEachQuery = 4

  let classes: [QueryClass]

  /// - Parameters:
  ///   - table: Of the smallest collection, `paragraphCount` lines.
  ///   - queryCount: The most queries of a class.
  init(of table: ParagraphTable, paragraphCount: Int, queryCount: Int, seed: UInt64) throws {
    let wanted = Self.draw(
      min(paragraphCount, Self.paragraphsForEachQuery * queryCount), of: paragraphCount, seed: seed)
    var words: [Int: [String]] = [:]
    try table.forEachParagraph { paragraph in
      guard wanted.contains(paragraph.line) else { return }
      words[paragraph.line] = String(decoding: paragraph.text, as: UTF8.self).split(separator: " ").map(
        String.init)
    }
    // In the order in which they were drawn, not that of the table: a class takes the first that serve.
    classes = try QuerySampler(paragraphs: wanted.ordered.compactMap { words[$0] }, queryLimit: queryCount)
      .classes
  }

  /// Different numbers below `end`, in the order in which they were drawn.
  private static func draw(_ count: Int, of end: Int, seed: UInt64) -> DrawnNumbers {
    var generator = SplitMix64(seed: seed)
    var drawn = DrawnNumbers()
    while drawn.ordered.count < count {
      drawn.insert(Int(generator.next().multipliedFullWidth(by: UInt64(end)).high))
    }
    return drawn
  }
}

/// Numbers without repetition, in the order in which they came.
private struct DrawnNumbers {
  private(set) var ordered: [Int] = []
  private var members: Set<Int> = []

  mutating func insert(_ number: Int) {
    if members.insert(number).inserted { ordered.append(number) }
  }

  func contains(_ number: Int) -> Bool { members.contains(number) }
}
