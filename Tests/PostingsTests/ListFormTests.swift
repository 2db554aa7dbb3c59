import Postings
import TestSupport
import Testing

/// Lists of every density, asked by the numbers of units and in order, against the ids they were made of.
struct ListFormTests {
  static let densities = [1.0, 0.6, 0.13, 0.12, 0.06, 0.032, 0.031, 0.004]

  private static func source(density: Double, unitCount: Int, seed: UInt64) -> [Posting] {
    var generator = SeededGenerator(seed: seed)
    var postings: [Posting] = []
    for id in 0..<unitCount where Double.random(in: 0..<1, using: &generator) < density {
      let count =
        Int.random(in: 0..<5, using: &generator) == 0 ? Int.random(in: 2...300, using: &generator) : 1
      let first = UInt32.random(in: 0...60, using: &generator)
      postings.append(Posting(id: DocID(id), positions: (0..<count).map { first + 3 * UInt32($0) }))
    }
    return postings.isEmpty ? [Posting(id: DocID(unitCount - 1), positions: [0])] : postings
  }

  @Test func theFormFollowsFromTheCounts() {
    #expect(ListForm(documentFrequency: 8, unitCount: 64) == .bitmap)
    #expect(ListForm(documentFrequency: 7, unitCount: 64) == .bytes)
    #expect(ListForm(documentFrequency: 8, unitCount: 65) == .bytes)
    #expect(ListForm(documentFrequency: 2, unitCount: 48) == .bytes)
    #expect(ListForm(documentFrequency: 2, unitCount: 49) == .gaps)
    #expect(ListForm(documentFrequency: 1, unitCount: 1) == .bitmap)
  }

  /// Whatever mixture of calls, the cursor goes where a search through the ids would.
  @Test(arguments: densities)
  func everyMoveGoesWhereItShould(density: Double) throws {
    for (round, unitCount) in [1, 63, 64, 65, 255, 256, 257, 4000, 20000].enumerated() {
      let source = Self.source(density: density, unitCount: unitCount, seed: UInt64(round))
      let encoded = EncodedList(source, unitCount: unitCount)
      try Self.check(encoded, source, seed: UInt64(unitCount))
    }
  }

  private static func check(_ encoded: EncodedList, _ source: [Posting], seed: UInt64) throws {
    // SAFETY: every byte of an array of bytes is initialized.
    let (bytes, positionBytes) = unsafe (encoded.postings.span.bytes, encoded.positions.span.bytes)
    var generator = SeededGenerator(seed: seed)
    var cursor = try PostingsCursor(encoded.list, in: bytes)
    var found: [UInt32] = []
    var place = -1
    while true {
      let from = place < 0 ? 0 : source[place].id + 1
      let target = min(
        UInt32(encoded.list.unitCount - 1),
        from + UInt32.random(in: 0...[2, 40, 900].randomElement(using: &generator)!, using: &generator))
      // Behind the last unit there is only the end.
      let move = target < from ? 0 : Int.random(in: 0..<4, using: &generator)
      let next = source[(place + 1)...].firstIndex { $0.id >= target }
      switch move {
      case 0:
        let unit = try cursor.next(in: bytes)
        #expect(unit == (place + 1 < source.count ? source[place + 1].id : .end))
        if unit == .end { return }
        place += 1
      case 1:
        #expect(try cursor.advance(to: target, in: bytes) == next.map { source[$0].id } ?? .end)
        guard let next else { return }
        place = next
      case 2:
        let isThere = next.map { source[$0].id == target } ?? false
        #expect(try cursor.seek(target, in: bytes) == isThere)
        // Where there are only gaps, whatever comes next was found.
        if cursor.directory == nil, next == nil { return }
        if isThere || cursor.directory == nil { place = next! }
      default:
        guard place >= 0 else { continue }
        let run = try cursor.run(below: target, in: bytes)
        let expected = source[place...].prefix { $0.id < target }
        #expect(run.count <= expected.count && (run.isEmpty == expected.isEmpty))
        #expect(Array(cursor.ids[run]) == expected.prefix(run.count).map(\.id))
        guard !run.isEmpty else { continue }
        try cursor.decodeFrequencies(in: bytes)
        #expect(
          Array(cursor.frequencies[run]) == expected.prefix(run.count).map { UInt32($0.positions.count) })
        try cursor.pass(run, in: bytes)
        place += run.count
        if place == source.count {
          #expect(cursor.docID == .end)
          return
        }
      }
      guard place >= 0, cursor.docID == source[place].id else { continue }
      #expect(try cursor.frequency(in: bytes) == source[place].positions.count)
      try cursor.positions(in: positionBytes, postings: bytes, into: &found)
      #expect(found == source[place].positions)
    }
  }

  @Test(arguments: densities)
  func bitsAreThoseOfTheIDs(density: Double) throws {
    for unitCount in [65, 257, 5000] {
      let source = Self.source(density: density, unitCount: unitCount, seed: 5)
      let encoded = EncodedList(source, unitCount: unitCount)
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe encoded.postings.span.bytes
      guard let directory = try PostingsCursor(encoded.list, in: bytes).directory else { continue }
      for base in stride(from: 0, to: unitCount, by: 1024) {
        var words: [UInt64] = [7, 1] + Array(repeating: 0, count: 16)
        try directory.formUnion(into: &words, at: 2, count: 16, from: DocID(base), in: bytes)
        var expected: [UInt64] = [7, 1] + Array(repeating: 0, count: 16)
        for posting in source where (base..<base + 1024).contains(Int(posting.id)) {
          expected[2 + (Int(posting.id) - base) >> 6] |= 1 << UInt64(posting.id & 63)
        }
        #expect(words == expected)
      }
    }
  }

  /// No posting exceeds what its block tells.
  @Test(arguments: densities)
  func impactsAreThoseOfTheirBlocks(density: Double) throws {
    let source = Self.source(density: density, unitCount: 20000, seed: 6)
    let encoded = EncodedList(source, unitCount: 20000)
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe encoded.postings.span.bytes
    let layout = try ListLayout(encoded.list, in: bytes)
    for block in 0..<layout.blockCount {
      guard let impact = layout.impact(ofBlock: block, in: bytes) else { continue }
      let postings = source[block * 128..<min(source.count, block * 128 + 128)]
      let ones = postings.filter { $0.positions.count == 1 }.map { encoded.norms[Int($0.id)] }
      let more = postings.filter { $0.positions.count > 1 }.map { encoded.norms[Int($0.id)] }
      #expect(impact.leastNormOfOne == ones.min() ?? 255)
      #expect(impact.leastNormOfMore == more.min() ?? 255)
      #expect(Int(impact.greatestFrequency) == min(255, postings.map(\.positions.count).max()!))
    }
  }
}
