import Postings
import TestSupport

/// One posting as a test thinks of it.
struct Posting: Equatable {
  var id: DocID
  var positions: [UInt32]
}

/// A list encoded with bytes of other lists around it.
struct EncodedList {
  var postings: [UInt8]
  var positions: [UInt8]
  var list: PostingList
  /// Of the units, by id.
  let norms: [UInt8]

  init(_ source: [Posting], unitCount: Int, hasPositions: Bool = true) {
    postings = [0xFF, 0xEE]
    positions = [0xDD]
    var encoder = PostingsEncoder(hasPositions: hasPositions)
    for posting in source {
      if hasPositions {
        encoder.add(posting.id, positions: posting.positions)
      } else {
        encoder.addWithoutPositions(posting.id, frequency: posting.positions.count)
      }
    }
    norms = Self.norms(unitCount: unitCount)
    encoder.finishList(norms: norms, postings: &postings, positions: &positions)
    list = PostingList(
      documentFrequency: source.count, totalFrequency: source.reduce(0) { $0 + $1.positions.count },
      postings: 2..<postings.count, positions: 1..<positions.count,
      unitCount: unitCount)
    postings += [0x11]
    positions += [0x22]
  }

  /// Lengths as of texts, few of which are short or long; the same again after a while.
  static func norms(unitCount: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 99)
    var norms = (0..<min(unitCount, 4099)).map { _ in
      let random = generator.next()
      return UInt8(8 + random % 16 + random >> 8 % 16 + random >> 16 % 32)
    }
    while norms.count < unitCount { norms += norms.prefix(unitCount - norms.count) }
    return norms
  }

  /// Ascending ids with ascending positions, dense or sparse by chance; a position in 20 is far behind the one before.
  static func random(count: Int, using generator: inout SeededGenerator) -> [Posting] {
    let gap = [1, 3, 50, 5000].randomElement(using: &generator)!
    var id = UInt32.random(in: 0...UInt32(gap), using: &generator)
    func isFar(_ generator: inout SeededGenerator) -> Bool { Int.random(in: 0..<20, using: &generator) == 0 }
    return (0..<count).map { _ in
      defer { id += UInt32.random(in: 1...UInt32(gap), using: &generator) }
      var position = UInt32.random(in: 0...(isFar(&generator) ? 5000 : 100), using: &generator)
      let frequency =
        Int.random(in: 0..<10, using: &generator) < 8 ? 1 : Int.random(in: 2...20, using: &generator)
      return Posting(
        id: id,
        positions: (0..<frequency).map { _ in
          defer { position += UInt32.random(in: 1...(isFar(&generator) ? 5000 : 40), using: &generator) }
          return position
        })
    }
  }

  /// Walks the list with `next` and gives what it finds.
  func walk() throws(PostingsError) -> [Posting] {
    var found: [Posting] = []
    // SAFETY: every byte of an array of bytes is initialized.
    var cursor = try unsafe PostingsCursor(list, in: postings.span.bytes)
    // SAFETY: as above.
    while try unsafe cursor.next(in: postings.span.bytes) != .end {
      var positions: [UInt32] = []
      if !list.positions.isEmpty {
        // SAFETY: as above.
        try unsafe cursor.positions(
          in: self.positions.span.bytes, postings: postings.span.bytes, into: &positions)
      } else {
        // SAFETY: as above.
        let frequency = try unsafe cursor.frequency(in: postings.span.bytes)
        positions = Array(repeating: 0, count: min(frequency, 1 << 16))
      }
      found.append(Posting(id: cursor.docID, positions: positions))
    }
    return found
  }
}
