/// Walks one posting list in order of id.
///
/// A cursor is integers and one decoded block; the section's bytes are lent to each call, always the same ones. It
/// stands before the first posting until ``next(in:)`` or ``advance(to:in:)`` is called, and on ``DocID/end`` once the list is
/// used up. A decoded block is checked as a whole before a value of it is handed out: no bytes make a cursor trap, run
/// backwards or give an id that is not below the list's `unitCount`.
package struct PostingsCursor: Sendable {
  private let list: PostingList
  private let blockCount: Int
  private let skips: SkipEntries

  /// The ids of the decoded block; only those of a ``run(below:)`` have a meaning.
  package private(set) var ids: [DocID]
  /// The frequencies beside them, once they were asked for.
  package private(set) var frequencies: [UInt32]
  /// Where the decoded block keeps them packed, and in how many bits; nil once they are decoded.
  private var packedFrequencies: (offset: Int, bitWidth: Int)?
  /// Index of the decoded block, −1 before the first.
  private var block = -1
  private var blockPostingCount = 0
  /// Index in the block of the posting the cursor stands on.
  private var index = 0
  /// Bytes of the positions section where the decoded block's run begins.
  private var positionsStart = 0
  /// Index in that run of each posting's first position, and the run's length; made when positions are first asked for.
  private var positionStarts: [Int] = []
  private var hasPositionStarts = false

  /// The id the cursor stands on; 0 before the first call, which has no meaning yet.
  package private(set) var docID: DocID = 0

  /// - Throws: if the list's length cannot be right.
  package init(_ list: PostingList) throws(PostingsError) {
    self.list = list
    blockCount = PostingsFormat.blockCount(documentFrequency: list.documentFrequency)
    skips = SkipEntries(list: list.postings, blockCount: blockCount)
    guard list.documentFrequency > 0, list.documentFrequency <= list.unitCount,
      skips.end + blockCount * PostingsFormat.blockHeaderByteCount <= list.postings.upperBound
    else {
      throw PostingsError(
        offset: list.postings.lowerBound,
        reason:
          "a list of \(list.documentFrequency) postings in \(list.postings.count) bytes, in a segment of \(list.unitCount) units"
      )
    }
    ids = Array(repeating: 0, count: PostingsFormat.blockSize)
    frequencies = Array(repeating: 0, count: PostingsFormat.blockSize)
  }

  /// Steps to the next posting and returns its id.
  ///
  /// - Complexity: O(1), a block of 128 decoded at a time.
  @discardableResult
  package mutating func next(in bytes: RawSpan) throws(PostingsError) -> DocID {
    if docID == .end { return .end }
    index += 1
    if index >= blockPostingCount {
      guard block + 1 < blockCount else {
        docID = .end
        return .end
      }
      try decode(block: block + 1, in: bytes)
    }
    docID = ids[index]
    return docID
  }

  /// Steps to the first posting whose id is `target` or greater, and returns its id; stays where that is so already.
  ///
  /// - Complexity: O(log *b* + 128) for *b* blocks.
  @discardableResult
  package mutating func advance(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    if block >= 0, docID >= target { return docID }
    if block < 0 || ids[blockPostingCount - 1] < target {
      guard let wanted = try skips.firstBlock(from: block + 1, endingAtOrAfter: target, in: bytes) else {
        docID = .end
        return .end
      }
      try decode(block: wanted, in: bytes)
    }
    index = Self.firstIndex(in: ids, from: index, below: blockPostingCount, atOrAfter: target)
    // Only the last block has no skip entry that says where it ends.
    docID = index == blockPostingCount ? .end : ids[index]
    return docID
  }

  /// The first of the ids from `start` on that is `target` or greater; `end` if none below it is.
  private static func firstIndex(
    in ids: [DocID], from start: Int, below end: Int, atOrAfter target: DocID
  ) -> Int {
    precondition(start >= 0 && end <= ids.count)
    // SAFETY: every index is from start on and below end.
    return unsafe ids.withUnsafeBufferPointer { ids in
      // Most steps are short: twice as far each time, then by halves.
      var low = start
      var step = 1
      while low + step <= end, unsafe ids[low + step - 1] < target {
        low += step
        step *= 2
      }
      var count = min(step, end - low)
      while count > 0 {
        let half = count / 2
        if unsafe ids[low + half] < target {
          low += half + 1
          count -= half + 1
        } else {
          count = half
        }
      }
      return low
    }
  }

  // MARK: - Runs

  /// The postings of the decoded block from the present one on whose ids are below `end`, as indexes of ``ids``; empty where
  /// the cursor stands on `end` or behind it.
  ///
  /// - Precondition: The cursor was moved before.
  package func run(below end: DocID) -> Range<Int> {
    if docID >= end { return index..<index }
    let isWhole = ids[blockPostingCount - 1] < end
    return
      index..<(isWhole
      ? blockPostingCount : Self.firstIndex(in: ids, from: index, below: blockPostingCount, atOrAfter: end))
  }

  /// Steps to the posting behind a run that is not empty.
  package mutating func pass(_ run: Range<Int>, in bytes: RawSpan) throws(PostingsError) {
    index = run.upperBound - 1
    try next(in: bytes)
  }

  /// How often the term stands in the unit the cursor stands on.
  package mutating func frequency(in bytes: RawSpan) throws(PostingsError) -> Int {
    try decodeFrequencies(in: bytes)
    return Int(frequencies[index])
  }

  /// Decodes the frequencies of the block, where that was not done yet.
  package mutating func decodeFrequencies(in bytes: RawSpan) throws(PostingsError) {
    guard let (offset, bitWidth) = packedFrequencies else { return }
    BitPacking.unpack(bytes, at: offset, count: blockPostingCount, bitWidth: bitWidth, into: &frequencies)
    var sum: UInt64 = 0
    precondition(blockPostingCount <= frequencies.count)
    unsafe frequencies.withUnsafeMutableBufferPointer { frequencies in
      for posting in 0..<blockPostingCount {
        // SAFETY: posting is below blockPostingCount, and that no greater than the buffer's.
        let less = unsafe frequencies[posting]
        // One of 2³² wraps to 0, and is more than any list has.
        sum += UInt64(less) + 1
        unsafe frequencies[posting] = less &+ 1
      }
    }
    guard sum <= UInt64(list.totalFrequency) else {
      throw PostingsError(
        offset: offset, reason: "block \(block) has \(sum) occurrences of \(list.totalFrequency)")
    }
    packedFrequencies = nil
  }

  /// Replaces `positions` with those of the posting the cursor stands on, ascending.
  ///
  /// - Complexity: O(`frequency`), and once a block O(128).
  ///
  /// - Parameters:
  ///   - bytes: Where the list's positions lie.
  ///   - postings: The bytes that all other calls are lent; they may be the same.
  package mutating func positions(
    in bytes: RawSpan, postings: RawSpan, into positions: inout [UInt32]
  ) throws(PostingsError) {
    positions.removeAll(keepingCapacity: true)
    if !hasPositionStarts {
      try decodeFrequencies(in: postings)
      addUpFrequencies()
    }
    let whole = positionStarts[blockPostingCount]
    guard positionsStart < list.positions.upperBound, list.positions.upperBound <= bytes.byteCount else {
      throw PostingsError(
        .positions, offset: positionsStart, reason: "positions end before those of block \(block)")
    }
    let bitWidth = Int(bytes.byte(at: positionsStart))
    let valuesStart = positionsStart + 1
    guard bitWidth <= 32,
      valuesStart + BitPacking.byteCount(count: whole, bitWidth: bitWidth) <= list.positions.upperBound
    else {
      throw PostingsError(
        .positions, offset: positionsStart,
        reason: "\(whole) positions of \(bitWidth) bits do not fit the list")
    }
    var next: UInt64 = 0
    for value in positionStarts[index]..<positionStarts[index + 1] {
      next += UInt64(BitPacking.value(bytes, at: valuesStart, index: value, bitWidth: bitWidth))
      guard next < UInt64(UInt32.max) else {
        throw PostingsError(.positions, offset: positionsStart, reason: "a position beyond 32 bits")
      }
      positions.append(UInt32(next))
      next += 1
    }
  }

  private mutating func addUpFrequencies() {
    positionStarts.removeAll(keepingCapacity: true)
    var sum = 0
    positionStarts.append(sum)
    for posting in 0..<blockPostingCount {
      sum += Int(frequencies[posting])
      positionStarts.append(sum)
    }
    hasPositionStarts = true
  }

  // MARK: - Blocks

  /// Decodes and checks a block, and stands on its first posting. A cursor that fails here is used up.
  private mutating func decode(block wanted: Int, in bytes: RawSpan) throws(PostingsError) {
    docID = .end
    var previous: (lastDocID: DocID, postingsEnd: Int, positionsEnd: Int)?
    if wanted > 0 { previous = try skips.entry(of: wanted - 1, in: bytes) }
    let isLast = wanted == blockCount - 1
    let end: Int
    if isLast {
      end = list.postings.upperBound
    } else {
      end = skips.end + (try skips.entry(of: wanted, in: bytes).postingsEnd)
    }
    let start = skips.end + (previous?.postingsEnd ?? 0)
    let count = isLast ? list.documentFrequency - wanted * PostingsFormat.blockSize : PostingsFormat.blockSize
    guard start + PostingsFormat.blockHeaderByteCount <= end, end <= list.postings.upperBound,
      end <= bytes.byteCount
    else {
      throw PostingsError(offset: start, reason: "block \(wanted) ends at \(end), beyond its list")
    }
    let idBits = Int(bytes.byte(at: start))
    let frequencyBits = Int(bytes.byte(at: start + 1))
    let idsStart = start + PostingsFormat.blockHeaderByteCount
    let frequenciesStart = idsStart + BitPacking.byteCount(count: count, bitWidth: idBits)
    guard idBits <= 32, frequencyBits <= 32,
      frequenciesStart + BitPacking.byteCount(count: count, bitWidth: frequencyBits) == end
    else {
      throw PostingsError(
        offset: start,
        reason:
          "block \(wanted): \(count) postings of \(idBits) and \(frequencyBits) bits do not fill \(end - start) bytes"
      )
    }
    BitPacking.unpack(bytes, at: idsStart, count: count, bitWidth: idBits, into: &ids)
    var id = previous.map { UInt64($0.lastDocID) + 1 } ?? 0
    precondition(count <= ids.count)
    unsafe ids.withUnsafeMutableBufferPointer { ids in
      for posting in 0..<count {
        // SAFETY: posting is below count, and that no greater than the buffer's.
        id += unsafe UInt64(ids[posting])
        unsafe ids[posting] = DocID(truncatingIfNeeded: id)
        id += 1
      }
    }
    // Ids only grow, so the last one bounds them all.
    guard id <= UInt64(list.unitCount) else {
      throw PostingsError(
        offset: start, reason: "block \(wanted) reaches unit \(id) of \(list.unitCount)")
    }
    if !isLast {
      let said = try skips.entry(of: wanted, in: bytes).lastDocID
      guard id == UInt64(said) + 1 else {
        throw PostingsError(
          offset: start, reason: "block \(wanted) ends at \(id), its skip entry says \(said)")
      }
    }
    block = wanted
    blockPostingCount = count
    index = 0
    packedFrequencies = (frequenciesStart, frequencyBits)
    positionsStart = list.positions.lowerBound + (previous?.positionsEnd ?? 0)
    hasPositionStarts = false
  }
}
