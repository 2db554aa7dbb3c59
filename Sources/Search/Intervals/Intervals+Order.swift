// Words in order, as of a phrase with something between its words.
extension FoundLeaves {
  /// The least intervals with one of each of `leaves`, in this order and apart, with no more than `slop` words between them in all.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  func inOrder(_ leaves: [Int], slop: Int) -> [Interval] {
    var found: [Interval] = []
    let last = leaves[leaves.count - 1]
    for interval in lists[last] {
      if let whole = chain(endingWith: interval, leaves, slop: slop) { found.append(whole) }
    }
    found.keepMinimal()
    return found
  }

  /// From one of each leaf before the next, each as late as can be, to `last`; nil if there are none, or too much between them.
  private func chain(endingWith last: Interval, _ leaves: [Int], slop: Int) -> Interval? {
    var first = last
    var wordCount = Int(last.end - last.start)
    for leaf in leaves.dropLast().reversed() {
      let list = lists[leaf]
      let index = list.span.firstIndex(endingBehind: first.start) - 1
      if index < 0 { return nil }
      first = list[index]
      wordCount += Int(first.end - first.start)
    }
    let whole = first.hull(last)
    return Int(whole.end - whole.start) - wordCount <= slop ? whole : nil
  }
}
