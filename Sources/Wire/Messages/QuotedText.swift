/// What of a paragraph is quoted: all of it, or of a statement its own words alone, for what stands beside them others may have said.
package struct QuotedText {
  /// Between runs that stand apart.
  private static let gap = " … ".unicodeScalars

  package let text: String
  /// Of each run where it stands in the paragraph, and how much further back in the quotation, in Unicode scalars.
  private let runs: [(range: Range<Int>, shift: Int)]

  /// - Parameter ranges: What is quoted, half-open ranges `[start, end]` in Unicode scalars of `paragraph`, ascending; nil for all of it. What does
  ///   not lie in it is passed over, whatever a daemon sent.
  package init(_ paragraph: String, _ ranges: [[Int]]?) {
    let scalars = Array(paragraph.unicodeScalars)
    var quoted = String.UnicodeScalarView()
    var count = 0
    var runs: [(range: Range<Int>, shift: Int)] = []
    for range in ranges ?? [] {
      guard range.count == 2, range[0] >= runs.last?.range.upperBound ?? 0, range[0] < range[1],
        range[1] <= scalars.count
      else { continue }
      if !runs.isEmpty {
        quoted.append(contentsOf: Self.gap)
        count += Self.gap.count
      }
      runs.append((range[0]..<range[1], range[0] - count))
      quoted.append(contentsOf: scalars[range[0]..<range[1]])
      count += range[1] - range[0]
    }
    self.runs = runs.isEmpty ? [(0..<scalars.count, 0)] : runs
    text = runs.isEmpty ? paragraph : String(quoted)
  }

  /// Ranges of the paragraph as those of the quotation; what is not quoted is left out.
  package func ranges(_ ranges: [[Int]]) -> [[Int]] {
    ranges.compactMap { range in
      guard range.count == 2, range[0] <= range[1],
        let run = runs.first(where: { $0.range.lowerBound <= range[0] && range[1] <= $0.range.upperBound })
      else { return nil }
      return range.map { $0 - run.shift }
    }
  }
}

extension HitMessage {
  /// The hit with nothing but what is quoted of its paragraph: of a statement its own words.
  package var quoted: HitMessage {
    guard let statement else { return self }
    let quotation = QuotedText(text, statement)
    var hit = self
    hit.text = quotation.text
    hit.highlights = quotation.ranges(highlights)
    hit.statement = nil
    return hit
  }
}
