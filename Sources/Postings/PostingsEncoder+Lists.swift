extension PostingsEncoder {
  /// Adds postings with positions that lie one behind the other.
  ///
  /// - Parameters:
  ///   - frequencies: How many of the positions belong to each id.
  /// - Precondition: As for one posting; as many frequencies as ids, which add up to the number of positions.
  package mutating func add(ids: Span<DocID>, frequencies: Span<UInt32>, positions: Span<UInt32>) {
    precondition(ids.count == frequencies.count)
    // SAFETY: `UnsafeBufferPointer` checks nothing when it is optimized, so the range is checked here.
    unsafe positions.withUnsafeBufferPointer { all in
      var start = 0
      for index in 0..<ids.count {
        let end = start + Int(frequencies[index])
        precondition(end <= all.count)
        unsafe add(ids[index], positions: UnsafeBufferPointer(rebasing: all[start..<end]))
        start = end
      }
      precondition(start == all.count)
    }
  }

  /// Adds postings to a list without positions.
  package mutating func addWithoutPositions(ids: Span<DocID>, frequencies: Span<UInt32>) {
    precondition(ids.count == frequencies.count)
    for index in 0..<ids.count { addWithoutPositions(ids[index], frequency: Int(frequencies[index])) }
  }
}
