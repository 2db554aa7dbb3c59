import Postings
import TestSupport
import Testing

struct PostingsCursorTests {
  /// Lengths around the size of a block.
  static let counts = [1, 2, 127, 128, 129, 255, 256, 257, 1000]

  @Test func workedExample() throws {
    let source = [Posting(id: 3, positions: [5]), Posting(id: 7, positions: [0, 9])]
    let encoded = EncodedList(source, unitCount: 8)
    #expect(Array(encoded.postings[encoded.list.postings]) == [0x02, 0x01, 0x0F, 0x02])
    #expect(Array(encoded.positions[encoded.list.positions]) == [0x04, 0x05, 0x08])
    #expect(try encoded.walk() == source)
  }

  @Test(arguments: counts)
  func everyPostingComesBack(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<20 {
      let source = EncodedList.random(count: count, using: &generator)
      let encoded = EncodedList(source, unitCount: Int(source.last!.id) + 1)
      #expect(try encoded.walk() == source)
      let bare = EncodedList(source, unitCount: Int(source.last!.id) + 1, hasPositions: false)
      #expect(bare.list.positions.isEmpty)
      #expect(try bare.walk().map(\.id) == source.map(\.id))
      #expect(try bare.walk().map(\.positions.count) == source.map(\.positions.count))
    }
  }

  @Test(arguments: counts)
  func advanceGoesWhereNextWould(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count) + 1000)
    for _ in 0..<50 {
      let source = EncodedList.random(count: count, using: &generator)
      let last = source.last!.id
      let encoded = EncodedList(source, unitCount: Int(last) + 1)
      var cursor = try PostingsCursor(encoded.list)
      var target: DocID = 0
      while true {
        let expected = source.first { $0.id >= target }
        // SAFETY: every byte of an array of bytes is initialized.
        let found = try unsafe cursor.advance(to: target, in: encoded.postings.span.bytes)
        #expect(found == expected?.id ?? .end)
        guard let expected else { break }
        var positions: [UInt32] = []
        // SAFETY: as above.
        try unsafe cursor.positions(in: encoded.positions.span.bytes, into: &positions)
        #expect(positions == expected.positions)
        #expect(cursor.frequency == expected.positions.count)
        if Bool.random(using: &generator) {
          // SAFETY: as above.
          let next = try unsafe cursor.next(in: encoded.postings.span.bytes)
          #expect(next == source.first { $0.id > expected.id }?.id ?? .end)
          if next == .end { break }
          target = next
        }
        target += UInt32.random(in: 0...(last / 4 + 2), using: &generator)
      }
    }
  }

  /// Damaged bytes give an error or some list that keeps the cursor's promise, and never a trap.
  @Test func everyFlippedByteIsCaughtOrHarmless() throws {
    var generator = SeededGenerator(seed: 7)
    let source = EncodedList.random(count: 300, using: &generator)
    let encoded = EncodedList(source, unitCount: Int(source.last!.id) + 1)
    for index in encoded.list.postings {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = encoded
        damaged.postings[index] ^= mask
        Self.expectPromiseKept(damaged)
      }
    }
    for index in encoded.list.positions {
      var damaged = encoded
      damaged.positions[index] ^= 0xFF
      Self.expectPromiseKept(damaged)
    }
  }

  @Test func everyCutLengthIsCaughtOrHarmless() throws {
    var generator = SeededGenerator(seed: 8)
    let source = EncodedList.random(count: 300, using: &generator)
    let encoded = EncodedList(source, unitCount: Int(source.last!.id) + 1)
    for end in encoded.list.postings {
      var damaged = encoded
      damaged.list.postings = encoded.list.postings.lowerBound..<end
      Self.expectPromiseKept(damaged)
    }
    for end in encoded.list.positions {
      var damaged = encoded
      damaged.list.positions = encoded.list.positions.lowerBound..<end
      Self.expectPromiseKept(damaged)
      // The dictionary says more than the section holds.
      damaged = encoded
      damaged.positions.removeSubrange(end...)
      Self.expectPromiseKept(damaged)
    }
    for documentFrequency in [0, 1, 299, 301, 100_000] {
      var damaged = encoded
      damaged.list.documentFrequency = documentFrequency
      Self.expectPromiseKept(damaged)
    }
  }

  /// A width of 0 takes no bytes, so a few bytes could say billions of occurrences.
  @Test func moreOccurrencesThanTheDictionarySaysAreRefused() throws {
    var generator = SeededGenerator(seed: 9)
    let source = EncodedList.random(count: 300, using: &generator)
    var encoded = EncodedList(source, unitCount: Int(source.last!.id) + 1)
    encoded.list.totalFrequency = source.prefix(128).reduce(0) { $0 + $1.positions.count } - 1
    #expect(throws: PostingsError.self) { try encoded.walk() }
  }

  /// The bytes of a list of 130 postings, whose first block has a skip entry.
  @Test func skipEntriesTellWhereBlocksEnd() {
    let source = (0..<130).map { Posting(id: DocID($0), positions: [UInt32($0 % 2)]) }
    let encoded = EncodedList(source, unitCount: 130)
    #expect(
      Array(encoded.postings[encoded.list.postings]) == [127, 0, 0, 0, 2, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0])
    #expect(
      Array(encoded.positions[encoded.list.positions])
        == [1] + Array(repeating: 0xAA, count: 16) + [1, 0b10])
  }

  private static func expectPromiseKept(_ damaged: EncodedList) {
    guard let found = try? damaged.walk() else { return }
    #expect(found.allSatisfy { $0.id < damaged.list.unitCount })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.id < $1.id })
    #expect(
      found.allSatisfy {
        zip($0.positions, $0.positions.dropFirst()).allSatisfy { $0 < $1 } || damaged.list.positions.isEmpty
      })
  }
}
