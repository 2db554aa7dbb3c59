/// How far many texts are from one, as far as a limit; what is farther costs little, and no comparison takes memory.
///
/// The distance is that of ``EditDistance``. Only cells whose line and column are no farther apart than the limit are looked at, and none behind a
/// line in which all are over it (Ukkonen, "Algorithms for approximate string matching", Information and Control 64, 1985).
package struct BoundedEditDistance {
  package let limit: Int
  private let word: [UInt32]
  /// Three lines, the present one and the two before it, each of one cell more than the word has scalars.
  private var cells: [Int]

  /// - Parameters:
  ///   - word: Unicode scalars.
  ///   - limit: The greatest distance of account, 0 or more.
  package init(to word: [UInt32], limit: Int) {
    precondition(limit >= 0)
    self.limit = limit
    self.word = word
    cells = [Int](repeating: 0, count: 3 * (word.count + 1))
  }

  /// The fewest edits that make one of the other; nil if they are more than the limit.
  ///
  /// - Complexity: O(*n* · limit) for *n* scalars.
  package mutating func distance(to other: ArraySlice<UInt32>) -> Int? {
    if abs(other.count - word.count) > limit { return nil }
    if limit == 0 { return other.elementsEqual(word) ? 0 : nil }
    if word.isEmpty { return other.count }
    let width = word.count + 1
    let over = limit + 1
    var (before, above, present) = (0, width, 2 * width)
    for column in 0...min(word.count, over) { cells[above + column] = column }
    var last: UInt32?
    for (index, scalar) in other.enumerated() {
      let line = index + 1
      let (first, end) = (max(1, line - limit), min(word.count, line + limit))
      var least = first == 1 ? min(line, over) : over
      cells[present + first - 1] = least
      for column in first...end {
        var cell = min(
          cells[above + column] + 1, cells[present + column - 1] + 1,
          cells[above + column - 1] + (scalar == word[column - 1] ? 0 : 1))
        if column > 1, scalar == word[column - 2], last == word[column - 1] {
          cell = min(cell, cells[before + column - 2] + 1)
        }
        cells[present + column] = cell
        least = min(least, cell)
      }
      if least > limit { return nil }
      // The next line looks one cell further.
      if end < word.count { cells[present + end + 1] = over }
      last = scalar
      (before, above, present) = (above, present, before)
    }
    let distance = cells[above + word.count]
    return distance <= limit ? distance : nil
  }
}
