import Postings
import TestSupport
import Testing

/// Damaged lists: a cursor gives an error or some list that keeps its promise, and the check finds every damage but the one that makes
/// another list as it would be written.
struct PostingListDamageTests {
  /// A list of three blocks.
  private static func source(seed: UInt64) -> [Posting] {
    var generator = SeededGenerator(seed: seed)
    return EncodedList.random(count: 300, using: &generator)
  }

  private static func encoded(_ source: [Posting], hasPositions: Bool) -> EncodedList {
    EncodedList(source, unitCount: Int(source[source.count - 1].id) + 1, hasPositions: hasPositions)
  }

  @Test(arguments: [true, false])
  func whatIsEncodedPassesTheCheck(hasPositions: Bool) throws {
    for count in PostingsCursorTests.counts {
      var generator = SeededGenerator(seed: UInt64(count))
      let source = EncodedList.random(count: count, using: &generator)
      let encoded = Self.encoded(source, hasPositions: hasPositions)
      var check = PostingListCheck(hasPositions: hasPositions, norms: encoded.norms)
      for _ in 0..<2 {
        let found = try encoded.check(with: &check)
        #expect(found.map(\.id) == source.map(\.id))
        #expect(found.map(\.positions.count) == source.map(\.positions.count))
        if hasPositions { #expect(found == source) }
      }
    }
  }

  /// Other bytes never say the same: what passes is another list.
  @Test(arguments: [true, false], 0..<8)
  func everyFlippedBitIsFoundOrAnotherList(hasPositions: Bool, bit: UInt8) throws {
    let source = Self.source(seed: 7)
    let encoded = Self.encoded(source, hasPositions: hasPositions)
    let whole = try encoded.check()
    for index in encoded.list.postings {
      var damaged = encoded
      damaged.postings[index] ^= 1 << bit
      if bit == 0 || bit == 7 { Self.expectPromiseKept(damaged) }
      if let found = try? damaged.check() { #expect(found != whole, "bit \(bit) of byte \(index)") }
    }
    for index in encoded.list.positions {
      var damaged = encoded
      damaged.positions[index] ^= 1 << bit
      if bit == 7 { Self.expectPromiseKept(damaged) }
      if let found = try? damaged.check() { #expect(found != whole, "bit \(bit) of position byte \(index)") }
    }
  }

  @Test func everyCutLengthIsFound() {
    let encoded = Self.encoded(Self.source(seed: 8), hasPositions: true)
    for end in encoded.list.postings {
      var damaged = encoded
      damaged.list.postings = encoded.list.postings.lowerBound..<end
      Self.expectPromiseKept(damaged)
      Self.expectFound(damaged, "postings up to \(end)")
    }
    for end in encoded.list.positions {
      var damaged = encoded
      damaged.list.positions = encoded.list.positions.lowerBound..<end
      Self.expectPromiseKept(damaged)
      Self.expectFound(damaged, "positions up to \(end)")
      // The dictionary says more than the section holds.
      damaged = encoded
      damaged.positions.removeSubrange(end...)
      Self.expectPromiseKept(damaged)
    }
    var longer = encoded
    longer.list.postings = encoded.list.postings.lowerBound..<encoded.list.postings.upperBound + 1
    Self.expectFound(longer, "a byte of another list's postings")
    longer = encoded
    longer.list.positions = encoded.list.positions.lowerBound..<encoded.list.positions.upperBound + 1
    Self.expectFound(longer, "a byte of another list's positions")
  }

  @Test func wrongFrequenciesAreFound() {
    let encoded = Self.encoded(Self.source(seed: 9), hasPositions: true)
    for documentFrequency in [0, 1, 128, 256, 299, 301, 384, 100_000, Int(UInt32.max)] {
      var damaged = encoded
      damaged.list.documentFrequency = documentFrequency
      Self.expectPromiseKept(damaged)
      Self.expectFound(damaged, "\(documentFrequency) postings")
    }
    for totalFrequency in [
      0, encoded.list.totalFrequency - 1, encoded.list.totalFrequency + 1, Int(UInt32.max),
    ] {
      var damaged = encoded
      damaged.list.totalFrequency = totalFrequency
      Self.expectPromiseKept(damaged)
      Self.expectFound(damaged, "\(totalFrequency) occurrences")
    }
    var damaged = encoded
    damaged.list.unitCount -= 1
    Self.expectPromiseKept(damaged)
    Self.expectFound(damaged, "a unit too few")
  }

  /// A width of 0 takes no bytes, so a few bytes could say billions of occurrences.
  @Test func moreOccurrencesThanTheDictionarySaysAreRefused() {
    let source = Self.source(seed: 10)
    var encoded = Self.encoded(source, hasPositions: true)
    encoded.list.totalFrequency = source.prefix(128).reduce(0) { $0 + $1.positions.count } - 1
    #expect(throws: PostingsError.self) { try encoded.walk() }
  }

  @Test func randomBytesAreFoundOrHarmless() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let source = EncodedList.random(count: .random(in: 1...400, using: &generator), using: &generator)
      var damaged = Self.encoded(source, hasPositions: true)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = damaged.list.postings.randomElement(using: &generator)!
        damaged.postings[index] = .random(in: 0...255, using: &generator)
      }
      Self.expectPromiseKept(damaged)
      damaged = Self.encoded(source, hasPositions: true)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        // Heads come first.
        let index = damaged.list.positions.prefix([4, .max].randomElement(using: &generator)!)
          .randomElement(using: &generator)!
        damaged.positions[index] = .random(in: 0...255, using: &generator)
      }
      Self.expectPromiseKept(damaged)
    }
  }

  /// Lists of each form that are long enough for leaders, asked in every way.
  @Test(arguments: [3_000, 20_000, 100_000])
  func damagedLeadersAndDirectoriesAreFoundOrHarmless(unitCount: Int) {
    var generator = SeededGenerator(seed: UInt64(unitCount))
    var ids: Set<Int> = []
    while ids.count < 1100 { ids.insert(Int.random(in: 0..<unitCount, using: &generator)) }
    let source = ids.sorted().map {
      Posting(id: DocID($0), positions: Array(0..<UInt32.random(in: 1...3, using: &generator)))
    }
    let encoded = EncodedList(source, unitCount: unitCount)
    encoded.roam(using: &generator)
    for _ in 0..<600 {
      var damaged = encoded
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // What comes first decides where all else lies.
        let range = encoded.list.postings.prefix([16, 200, .max].randomElement(using: &generator)!)
        damaged.postings[range.randomElement(using: &generator)!] = .random(in: 0...255, using: &generator)
      }
      damaged.roam(using: &generator)
      Self.expectPromiseKept(damaged)
    }
  }

  /// After a list that failed, the next one is checked as if nothing had been.
  @Test func theCheckGoesOnAfterAnError() throws {
    let source = Self.source(seed: 12)
    let encoded = Self.encoded(source, hasPositions: true)
    var damaged = encoded
    damaged.postings[damaged.list.postings.upperBound - 1] ^= 0x40
    var check = PostingListCheck(hasPositions: true, norms: encoded.norms)
    #expect(throws: PostingsError.self) { try damaged.check(with: &check) }
    #expect(try encoded.check(with: &check) == source)
  }

  @Test func aComplaintIsAnError() {
    let source = Self.source(seed: 13)
    #expect(throws: PostingsError(offset: 2, reason: "not this one")) {
      try Self.encoded(source, hasPositions: true).check { id in id == source[5].id ? "not this one" : nil }
    }
  }

  private static func expectFound(_ damaged: EncodedList, _ what: String) {
    #expect(throws: PostingsError.self, "\(what)") { try damaged.check() }
  }

  /// Walked by `next` or by `advance`, ids ascend and are below the list's end, positions ascend.
  private static func expectPromiseKept(_ damaged: EncodedList) {
    if let found = try? damaged.walk() {
      #expect(found.allSatisfy { $0.id < damaged.list.unitCount })
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.id < $1.id })
      #expect(
        damaged.list.positions.isEmpty
          || found.allSatisfy { zip($0.positions, $0.positions.dropFirst()).allSatisfy { $0 < $1 } })
    }
    if let ids = try? damaged.leap() {
      #expect(ids.allSatisfy { $0 < damaged.list.unitCount })
      #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}

extension EncodedList {
  /// Walks the list with `advance`, over every second block.
  fileprivate func leap() throws(PostingsError) -> [DocID] {
    // SAFETY: every byte of an array of bytes is initialized.
    var cursor = try unsafe PostingsCursor(list, in: postings.span.bytes)
    var ids: [DocID] = []
    var target: DocID = 0
    while true {
      // SAFETY: as above.
      let id = try unsafe cursor.advance(to: target, in: postings.span.bytes)
      guard id != .end else { return ids }
      ids.append(id)
      target = id + 1 + DocID(list.unitCount / 5)
    }
  }

  /// Calls what searching calls, in any order; whatever it gives is of a unit that there is.
  fileprivate func roam(using generator: inout SeededGenerator) {
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe postings.span.bytes
    guard var cursor = try? PostingsCursor(list, in: bytes) else { return }
    for size in [1, 100] {
      let leaders = try? Leaders(of: cursor.layout, for: size, in: bytes)
      #expect(leaders?.entries.allSatisfy { $0.id < list.unitCount && $0.frequency > 0 } ?? true)
    }
    if let directory = cursor.directory {
      for base in stride(from: 0, to: list.unitCount, by: 4096) {
        var words = [UInt64](repeating: 0, count: 64)
        guard (try? directory.formUnion(into: &words, at: 0, count: 64, from: DocID(base), in: bytes)) != nil
        else { continue }
        for (index, word) in words.enumerated() where word != 0 {
          #expect(base + index * 64 + 63 - word.leadingZeroBitCount < list.unitCount)
        }
      }
      var indexes = [2, 0, 1]
      let ids = (0..<3).map { _ in DocID.random(in: 0..<DocID(list.unitCount), using: &generator) }
      _ = try? directory.keep(&indexes, count: 3, of: ids, in: bytes)
    }
    while let unit = try? move(&cursor, in: bytes, using: &generator), unit != .end {
      #expect(unit < list.unitCount)
    }
  }

  private func move(
    _ cursor: inout PostingsCursor, in bytes: RawSpan, using generator: inout SeededGenerator
  ) throws(PostingsError) -> DocID {
    let next = cursor.docID + DocID.random(in: 1...500, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return try cursor.next(in: bytes)
    case 1: return try cursor.advance(to: next, in: bytes)
    case 2:
      guard next < list.unitCount else { return .end }
      _ = try cursor.seek(next, in: bytes)
      return cursor.docID
    default:
      try cursor.advance(to: next, in: bytes)
      let run = try cursor.run(below: next + 300, in: bytes)
      guard !run.isEmpty else { return cursor.docID }
      try cursor.decodeFrequencies(in: bytes)
      #expect(cursor.ids[run].allSatisfy { $0 >= next && $0 < list.unitCount })
      #expect(cursor.frequencies[run].allSatisfy { $0 > 0 })
      try cursor.pass(run, in: bytes)
      return cursor.docID
    }
  }

  /// What the check finds in the list.
  fileprivate func check(complaint: (DocID) -> String? = { _ in nil }) throws(PostingsError) -> [Posting] {
    var check = PostingListCheck(hasPositions: !list.positions.isEmpty, norms: norms)
    return try self.check(with: &check, complaint: complaint)
  }

  fileprivate func check(
    with check: inout PostingListCheck, complaint: (DocID) -> String? = { _ in nil }
  ) throws(PostingsError) -> [Posting] {
    var found: [Posting] = []
    // SAFETY: every byte of an array of bytes is initialized.
    try unsafe check.check(list, postings: postings.span.bytes, positions: positions.span.bytes) {
      id, frequency, positions in
      found.append(
        Posting(id: id, positions: positions.isEmpty ? Array(repeating: 0, count: frequency) : positions))
      return complaint(id)
    }
    return found
  }
}
