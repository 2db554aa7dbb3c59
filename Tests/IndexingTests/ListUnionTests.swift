import TestSupport
import Testing

@testable import Indexing

struct ListUnionTests {
  @Test func frequenciesAreAddedUp() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      var union = ListUnion()
      var expected: [UInt32: UInt32] = [:]
      var expectedStatements: Set<UInt32> = []
      for number in 0..<Int.random(in: 1...4, using: &generator) {
        var list = DecodedList()
        var statements = FlatBuffer<UInt32>()
        for unit in 0..<UInt32.random(in: 0...40, using: &generator) where Bool.random(using: &generator) {
          let frequency = UInt32.random(in: 1...3, using: &generator)
          list.units.append(unit)
          list.frequencies.append(frequency)
          expected[unit, default: 0] += frequency
          if unit % 3 == 0 { statements.append(unit / 3) }
          if unit % 3 == 0 { expectedStatements.insert(unit / 3) }
        }
        if number == 0 { union.begin(&list, &statements) } else { union.add(list, statements) }
      }
      #expect(union.units.array == expected.keys.sorted())
      #expect(union.frequencies.array == expected.keys.sorted().map { expected[$0] })
      #expect(union.statements.array == expectedStatements.sorted())
    }
  }
}
