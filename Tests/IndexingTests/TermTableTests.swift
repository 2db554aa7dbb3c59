import TestSupport
import Testing

@testable import Indexing

struct TermTableTests {
  @Test func numbersAreThoseOfFirstAppearance() {
    var generator = SeededGenerator(seed: 4)
    var table = TermTable()
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<30_000 {
      let term = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        UInt8.random(in: 97...110, using: &generator)
      }
      let (number, isNew) = table.intern(term[...])
      #expect(isNew == (expected[term] == nil))
      #expect(number == expected[term, default: expected.count])
      expected[term] = number
      #expect(Array(table[number]) == term)
    }
    #expect(table.count == expected.count)
    #expect(
      table.sortedNumbers().map { Array(table[$0]) }
        == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
