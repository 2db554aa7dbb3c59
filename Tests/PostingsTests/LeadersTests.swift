import Postings
import TestSupport
import Testing

/// Leaders against what they are by definition: every posting compared with every other.
struct LeadersTests {
  private struct Item: Hashable {
    var id: DocID
    var frequency: UInt32
    var norm: UInt8

    var pair: [Int] { [Int(frequency), Int(norm)] }
  }

  /// How many of the items, which ascend, beat each.
  private static func beaters(of items: [Item]) -> [Int] {
    let counts = Dictionary(items.map { ($0.pair, 1) }, uniquingKeysWith: +)
    var earlier: [[Int]: Int] = [:]
    return items.map { item in
      defer { earlier[item.pair, default: 0] += 1 }
      let greater = counts.filter {
        $0.key != item.pair && $0.key[0] >= item.frequency && $0.key[1] <= item.norm
      }
      return greater.values.reduce(0, +) + earlier[item.pair, default: 0]
    }
  }

  private static func list(
    count: Int, greatestFrequency: Int, seed: UInt64
  ) -> (encoded: EncodedList, items: [Item]) {
    var generator = SeededGenerator(seed: seed)
    var id: DocID = 0
    let source = (0..<count).map { _ in
      id += UInt32.random(in: 1...3, using: &generator)
      var frequency = 1
      while frequency < greatestFrequency, Int.random(in: 0..<3, using: &generator) == 0 { frequency += 1 }
      return Posting(id: id, positions: (0..<UInt32(frequency)).map { $0 })
    }
    let encoded = EncodedList(source, unitCount: Int(id) + 1, hasPositions: false)
    return (
      encoded,
      source.map {
        Item(id: $0.id, frequency: UInt32($0.positions.count), norm: encoded.norms[Int($0.id)])
      }
    )
  }

  @Test(arguments: [(1024, 10), (1500, 1), (8192, 10)])
  func leadersAreThoseThatFewBeat(count: Int, greatestFrequency: Int) throws {
    let (encoded, items) = Self.list(count: count, greatestFrequency: greatestFrequency, seed: UInt64(count))
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe encoded.postings.span.bytes
    let layout = try ListLayout(encoded.list, in: bytes)
    let beaters = Self.beaters(of: items)
    for size in [1, 10, 11, 100] {
      let band = size <= 10 ? 10 : 100
      guard let leaders = try Leaders(of: layout, for: size, in: bytes) else {
        #expect(band == 100 && count < 8192)
        continue
      }
      let expected = items.indices.filter { beaters[$0] < band }.map { items[$0] }
      #expect(Set(leaders.entries.map(\.id)) == Set(expected.map(\.id)))
      #expect(leaders.entries.count == expected.count)
      let byID = Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0) })
      #expect(leaders.entries.allSatisfy { byID[$0.id]?.frequency == $0.frequency })

      // Every pair of which no posting leads is a rival's, or beaten by one, and rivals are such pairs.
      let leading = Set(expected.map(\.pair))
      let others = Set(items.map(\.pair)).subtracting(leading)
      let front = others.filter { pair in
        !others.contains { $0 != pair && $0[0] >= pair[0] && $0[1] <= pair[1] }
      }
      #expect(Set(leaders.rivals.map { [Int($0.frequency), Int($0.norm)] }) == front)
    }
    #expect(try Leaders(of: layout, for: 101, in: bytes) == nil)
  }

  @Test func shortListsAndGreatFrequenciesHaveNone() throws {
    for (count, greatest) in [(1023, 3), (1024, 2000)] {
      var (encoded, _) = Self.list(count: count, greatestFrequency: 3, seed: 1)
      if greatest > 3 {
        let source = (0..<count).map {
          Posting(id: DocID($0), positions: Array(0..<UInt32($0 == 5 ? greatest : 1)))
        }
        encoded = EncodedList(source, unitCount: count, hasPositions: false)
      }
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe encoded.postings.span.bytes
      #expect(try Leaders(of: ListLayout(encoded.list, in: bytes), for: 10, in: bytes) == nil)
    }
  }
}
