/// What the leaves of an expression find in a paragraph: of each a list of least intervals.
struct FoundLeaves {
  /// Of each leaf intervals, those in other paragraphs as well.
  var lists: [[Interval]]
  /// Of each leaf which of them are meant.
  var ranges: [Range<Int>]

  init(leafCount: Int) {
    lists = Array(repeating: [], count: leafCount)
    ranges = Array(repeating: 0..<0, count: leafCount)
  }

  init(_ lists: [[Interval]]) {
    self.lists = lists
    ranges = lists.map(\.indices)
  }

  /// A copy of what a leaf finds.
  subscript(leaf: Int) -> [Interval] { Array(lists[leaf][ranges[leaf]]) }

  /// Keeps of a leaf's intervals those that lie in `words`.
  mutating func narrow(_ leaf: Int, to words: Range<UInt32>) {
    let list = lists[leaf]
    let places = list.span.extracting(ranges[leaf])
    let first = places.firstIndex(startingFrom: words.lowerBound)
    let end = max(first, places.firstIndex(endingBehind: words.upperBound))
    ranges[leaf] = ranges[leaf].lowerBound + first..<ranges[leaf].lowerBound + end
  }
}
