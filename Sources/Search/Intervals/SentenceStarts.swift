/// Where the sentences of a paragraph begin.
struct SentenceStarts {
  /// The positions of the first words of all sentences but the first, ascending.
  var positions: [UInt32]

  /// Which sentence a word is in, from 0.
  func sentence(of position: UInt32) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an interval is in one sentence.
  func isInOne(_ interval: Interval) -> Bool { sentence(of: interval.start) == sentence(of: interval.last) }
}
