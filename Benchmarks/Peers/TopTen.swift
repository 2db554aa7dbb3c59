import Search

/// Compares lists of the ten best.
enum TopTen {
  /// Scores as near as this are ties: Lucene's have 24 bits, and five decimals in the file of results.
  static let tolerance = 1e-5

  private static let limit = 10

  /// The first place at which two lists of the ten best differ by more than ties; nil if there is none.
  ///
  /// At each rank the scores must be equal, and what stands in both lists must have one score. In a full list what ties with
  /// the last may be another.
  static func firstDifference(_ ours: [RankedUnit], _ theirs: [RankedUnit]) -> String? {
    guard ours.count == theirs.count else { return "\(ours.count) hits, the peers have \(theirs.count)" }
    for (rank, (our, their)) in zip(ours, theirs).enumerated() where !areTied(our.score, their.score) {
      return "rank \(rank + 1) has score \(our.score), Lucene's \(their.score)"
    }
    for (these, those) in [(ours, theirs), (theirs, ours)] {
      for unit in these {
        let score = those.first { $0.number == unit.number }?.score
        if let score, areTied(unit.score, score) { continue }
        if score == nil, these.count == limit, areTied(unit.score, those[limit - 1].score) { continue }
        return "paragraph \(unit.number + 1) has score \(unit.score) in one list and "
          + (score.map { "\($0) in the other" } ?? "is not in the other")
      }
    }
    return nil
  }

  private static func areTied(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= tolerance }
}
