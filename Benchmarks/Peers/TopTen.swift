/// Compares lists of the ten best.
enum TopTen {
  /// Scores as near as this are ties: Lucene's have 24 bits, and five decimals in the file of results.
  static let tolerance = 1e-5

  /// The first place at which two lists of the ten best differ by more than ties; nil if there is none.
  ///
  /// At each rank the scores must be equal, and what stands in both lists must have one score. What stands in one of them only
  /// must be a tie with the last.
  static func firstDifference(_ ours: [PeerResults.Hit], _ theirs: [PeerResults.Hit]) -> String? {
    guard ours.count == theirs.count else { return "\(ours.count) hits, the peers have \(theirs.count)" }
    for (rank, (our, their)) in zip(ours, theirs).enumerated() where !areTied(our.score, their.score) {
      return "rank \(rank + 1) has score \(our.score), Lucene's \(their.score)"
    }
    for (these, those) in [(ours, theirs), (theirs, ours)] {
      for hit in these {
        let score = those.first { $0.line == hit.line }?.score ?? those[those.count - 1].score
        if !areTied(hit.score, score) {
          return "line \(hit.line + 1) of the table has score \(hit.score) and \(score)"
        }
      }
    }
    return nil
  }

  private static func areTied(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= tolerance }
}
