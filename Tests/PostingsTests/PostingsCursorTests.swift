import Postings
import TestSupport
import Testing

struct PostingsCursorTests {
  /// Lengths around the size of a block.
  static let counts = [1, 2, 127, 128, 129, 255, 256, 257, 1000, 1500]

  @Test func workedExample() throws {
    let source = [Posting(id: 3, positions: [5]), Posting(id: 107, positions: [0, 9])]
    let encoded = EncodedList(source, unitCount: 200)
    #expect(Array(encoded.postings[encoded.list.postings]) == [0x07, 0x83, 0x33, 0x00, 0x02])
    #expect(Array(encoded.positions[encoded.list.positions]) == [0x06, 0x05, 0x08, 0x08])
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
      // SAFETY: every byte of an array of bytes is initialized.
      var cursor = try unsafe PostingsCursor(encoded.list, in: encoded.postings.span.bytes)
      var target: DocID = 0
      while true {
        let expected = source.first { $0.id >= target }
        // SAFETY: as above.
        let found = try unsafe cursor.advance(to: target, in: encoded.postings.span.bytes)
        #expect(found == expected?.id ?? .end)
        guard let expected else { break }
        var positions: [UInt32] = []
        // SAFETY: as above.
        try unsafe cursor.positions(
          in: encoded.positions.span.bytes, postings: encoded.postings.span.bytes, into: &positions)
        #expect(positions == expected.positions)
        // SAFETY: as above.
        #expect(try unsafe cursor.frequency(in: encoded.postings.span.bytes) == expected.positions.count)
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

  @Test(arguments: counts)
  func aBlockAtOnceIsItsPostingsOneByOne(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count) + 2000)
    for _ in 0..<20 {
      let source = EncodedList.random(count: count, using: &generator)
      let encoded = EncodedList(source, unitCount: Int(source.last!.id) + 1)
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe (encoded.postings + encoded.positions).span.bytes
      var list = encoded.list
      list.positions =
        list.positions.lowerBound + encoded.postings.count..<list.positions.upperBound
        + encoded.postings.count
      var cursor = try PostingsCursor(list, in: bytes)
      try cursor.next(in: bytes)
      var walked: [Posting] = []
      var run = try cursor.run(below: .end, in: bytes)
      while !run.isEmpty {
        try cursor.decodePositions(in: bytes)
        var start = 0
        for index in run {
          let end = start + Int(cursor.frequencies[index])
          walked.append(Posting(id: cursor.ids[index], positions: Array(cursor.positions[start..<end])))
          start = end
        }
        try cursor.pass(run, in: bytes)
        run = try cursor.run(below: .end, in: bytes)
      }
      #expect(walked == source)
    }
  }

  /// A phrase that begins there would end beyond 32 bits.
  @Test(arguments: [[0x7FFF_FFFF], [0xFFFF_FFFF], [5, 0x7FFF_FFFF]])
  func noWordStandsBeyond31Bits(positions: [UInt32]) throws {
    let encoded = EncodedList([Posting(id: 3, positions: positions)], unitCount: 10)
    #expect(throws: PostingsError.self) { try encoded.walk() }
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe (encoded.postings + encoded.positions).span.bytes
    var list = encoded.list
    list.positions =
      list.positions.lowerBound + encoded.postings.count..<list.positions.upperBound + encoded.postings.count
    var cursor = try PostingsCursor(list, in: bytes)
    try cursor.next(in: bytes)
    do throws(PostingsError) {
      try cursor.decodePositions(in: bytes)
      Issue.record("\(positions) were read")
    } catch {
      #expect(error.part == .positions)
    }
  }

  /// The bytes of a list of 130 postings in 5,200 units, whose first block has a skip entry.
  @Test func skipEntriesTellWhereBlocksEnd() {
    let source = (0..<130).map { Posting(id: DocID(40 * $0), positions: [UInt32($0 % 2)]) }
    let encoded = EncodedList(source, unitCount: 5200)
    let leastNorm = source[..<128].map { encoded.norms[Int($0.id)] }.min()!
    let leastOfRest = source[128...].map { encoded.norms[Int($0.id)] }.min()!
    let bytes = Array(encoded.postings[encoded.list.postings])
    #expect(bytes.prefix(12) == [0xD8, 0x13, 0, 0, 98, 0, 0, 0, 17, 0, 0, 0])
    #expect(bytes[12..<18] == [leastNorm, 255, 1, leastOfRest, 255, 1])
    // A block of gaps of 6 bits, 0 and 39 and so on, and frequencies of 1; then one of two postings.
    #expect(bytes[18] == 6 && bytes[18 + 97] == 255)
    #expect(bytes.suffix(4) == [6, 0xE7, 0x09, 255])
    #expect(
      Array(encoded.positions[encoded.list.positions])
        == [2] + Array(repeating: 0xAA, count: 16) + [2, 0b10])
  }
}
