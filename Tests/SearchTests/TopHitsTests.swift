import TestSupport
import Testing

@testable import Search

struct TopHitsTests {
  @Test func keepsWhatSortingWouldKeep() {
    var generator = SeededGenerator(seed: 5)
    for capacity in [0, 1, 2, 10, 100] {
      for count in [0, 1, 5, 50, 500] {
        let entries = (0..<count).map { index in
          TopHits.Entry(
            rank: Int.random(in: 0...9, using: &generator), score: 0, segment: index / 100,
            unit: UInt32(index % 100))
        }
        var top = TopHits(capacity: capacity)
        for entry in entries.shuffled(using: &generator) { top.insert(entry) }
        let ranks = entries.map(\.rank).sorted(by: >)
        #expect(top.leastRank == (capacity == 0 ? .max : count < capacity ? .min : ranks[capacity - 1]))
        let sorted = entries.sorted { $0.isBetter(than: $1) }
        #expect(top.sorted() == Array(sorted.prefix(capacity)))
      }
    }
  }
}
