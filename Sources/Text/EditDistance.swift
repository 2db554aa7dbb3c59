/// How far two words are from each other.
package enum EditDistance {
  /// The fewest edits that make one of the other, an exchange of neighbours counting once and nothing being edited twice (optimal
  /// string alignment: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7, 1964).
  ///
  /// - Complexity: O(*n* · *m*).
  package static func between(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for line in one.indices {
      var next = [line + 1]
      for column in other.indices {
        var least = min(
          row[column + 1] + 1, next[column] + 1, row[column] + (one[line] == other[column] ? 0 : 1))
        if line > 0, column > 0, one[line] == other[column - 1], one[line - 1] == other[column] {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[other.count]
  }

  /// The same of the scalars of two texts.
  package static func between(_ one: String, _ other: String) -> Int {
    between(one.unicodeScalars.map(\.value), other.unicodeScalars.map(\.value))
  }

  /// The one of `names` that `name` may have been meant to be: the nearest, the first of equal ones; nil if none is near.
  package static func nearest(to name: String, in names: [String]) -> String? {
    // An edit in three letters makes any word of another.
    let reach = min(name.utf8.count / 3, 2)
    let near = names.map { (distance: between(name, $0), name: $0) }
    guard let least = near.min(by: { $0.distance < $1.distance }), least.distance <= reach else { return nil }
    return least.name
  }
}
