/// In which groups each term of a segment has a run.
struct RunIndex: ~Copyable, Sendable {
  /// Where the entries of each term start; one more than there are terms.
  private var starts: FlatBuffer<Int>
  /// `group << 32 | number of the term in it`, by term and group.
  private var entries: FlatBuffer<UInt64>

  /// - Parameter groups: Of each group, for each of its terms the number in the segment.
  init(_ groups: [[UInt32]], termCount: Int) {
    starts = FlatBuffer(repeating: 0, count: termCount + 1)
    for numbers in groups {
      for number in numbers { starts[Int(number) + 1] += 1 }
    }
    for term in 0..<termCount { starts[term + 1] += starts[term] }
    entries = FlatBuffer(repeating: 0, count: starts[termCount])
    var next = FlatBuffer<Int>()
    for term in 0..<termCount { next.append(starts[term]) }
    for (group, numbers) in groups.enumerated() {
      for (term, number) in numbers.enumerated() {
        entries[next[Int(number)]] = UInt64(group) << 32 | UInt64(term)
        next[Int(number)] += 1
      }
    }
  }

  /// The places of the entries of a term, in order of groups.
  func places(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  subscript(place: Int) -> (group: Int, term: Int) {
    (Int(entries[place] >> 32), Int(entries[place] & 0xFFFF_FFFF))
  }
}
