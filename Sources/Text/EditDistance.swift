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
}
