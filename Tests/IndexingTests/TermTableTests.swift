import TestSupport
import Testing

@testable import Indexing

struct TermTableTests {
  /// Strings of all lengths: those that a slot holds, those that it holds a hash of, and those that end with the text they are read from.
  @Test func numbersAreThoseOfFirstAppearance() {
    var generator = SeededGenerator(seed: 4)
    var table = TermTable()
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<30_000 {
      let length = Int.random(in: 0...(Bool.random(using: &generator) ? 4 : 20), using: &generator)
      var term = (0..<length).map { _ in UInt8.random(in: 97...98, using: &generator) }
      if length < 5 { term = term.map { $0 + UInt8.random(in: 0...12, using: &generator) } }
      let padding = Int.random(in: 0...9, using: &generator)
      let text = [1, 2, 3] + term + [UInt8](repeating: 99, count: padding)
      let known = table.count
      // SAFETY: every byte of an array of bytes is initialized.
      let number = table.intern(unsafe text.span.bytes, 3..<3 + length)
      #expect((number == known) == (expected[term] == nil))
      #expect(number == expected[term, default: expected.count])
      expected[term] = number
      #expect(Array(table[number]) == term)
    }
    #expect(table.count == expected.count && expected.count > 10_000)
    #expect(
      table.sortedNumbers().map { Array(table[$0]) }
        == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// A slot's key says nothing of zero bytes at a string's end.
  @Test func lengthsTellStringsApart() {
    var table = TermTable()
    let text = [UInt8](repeating: 0, count: 20)
    // SAFETY: every byte of an array of bytes is initialized.
    for length in 0...12 { #expect(table.intern(unsafe text.span.bytes, 0..<length) == length) }
    #expect(table.sortedNumbers() == Array(0...12))
  }
}
