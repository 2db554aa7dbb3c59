/// Walks one posting list in order of id.
///
/// A cursor is integers and one decoded block; the bytes are lent to each call, always the same ones. It stands before the first
/// posting until ``next(in:)`` or ``advance(to:in:)`` is called, and on ``DocID/end`` once the list is used up. A block is checked as
/// a whole before a value of it is handed out: no bytes make a cursor trap, run backwards or give an id that is not below the
/// list's `unitCount`.
package struct PostingsCursor: Sendable {
  package let layout: ListLayout
  /// Where the ids are told by the numbers of units; nil where they are gaps.
  package let directory: IDDirectory?

  /// The ids of the decoded block; only those of a ``run(below:in:)`` have a meaning.
  package private(set) var ids: [DocID] = []
  /// The frequencies beside them, once they were asked for.
  package private(set) var frequencies: [UInt32] = []
  /// Their positions, one posting's behind the other's, once they were asked for: as many as the frequencies say, and what has no meaning.
  package private(set) var positions: [UInt32] = []
  private var decodedBlock = -1
  private var frequenciesBlock = -1
  private var decodedPositionsBlock = -1
  private var positionsScratch = BlockPositions.Scratch()
  private var valuesScratch: [UInt32] = []

  /// The block of the posting the cursor stands on, −1 before the first, and its index in that. Of a posting that was found by the number
  /// of its unit they are not known until asked for.
  private var block = -1
  private var index = 0
  private var isRanked = true
  private var blockPostingCount = 0

  /// The frequencies and positions of a block.
  private var parsedBlock = -1
  private var blockFrequencies = BlockFrequencies()
  private var runStart = 0
  private var positionsBlock = -1
  private var blockPositions = BlockPositions()

  /// The id the cursor stands on; 0 before the first call, which has no meaning yet.
  package private(set) var docID: DocID = 0

  /// - Throws: if the list's length cannot be right.
  package init(_ list: PostingList, in bytes: RawSpan) throws(PostingsError) {
    layout = try ListLayout(list, in: bytes)
    directory = layout.form == .gaps ? nil : IDDirectory(layout)
  }

  /// Steps to the next posting and returns its id.
  ///
  /// - Complexity: O(1), a block of 128 decoded at a time.
  @discardableResult
  package mutating func next(in bytes: RawSpan) throws(PostingsError) -> DocID {
    if docID == .end { return .end }
    if block >= 0 { try decodePresent(in: bytes) }
    index += 1
    if index >= blockPostingCount {
      guard block + 1 < layout.blockCount else { return end() }
      try stand(onBlock: block + 1, in: bytes)
    }
    docID = ids[index]
    return docID
  }

  /// Steps to the first posting whose id is `target` or greater, and returns its id; stays where that is so already.
  ///
  /// - Complexity: O(1) where ids are found by the numbers of units; else O(log *b* + 128) for *b* blocks.
  @discardableResult
  package mutating func advance(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    if block >= 0, docID >= target { return docID }
    if let directory {
      docID = try directory.next(from: target, in: bytes)
      block = max(block, 0)
      isRanked = false
      return docID
    }
    if block < 0 || ids[blockPostingCount - 1] < target {
      guard let wanted = layout.firstBlock(from: block + 1, endingAtOrAfter: target, in: bytes) else {
        return end()
      }
      try stand(onBlock: wanted, in: bytes)
    }
    index = Self.firstIndex(in: ids, from: index, below: blockPostingCount, atOrAfter: target)
    // Only the last block's last id is told nowhere else.
    docID = index == blockPostingCount ? .end : ids[index]
    return docID
  }

  /// `unit`, which is below `unitCount`, if the list has it, and then the cursor stands on it; else a later one before which it has none.
  ///
  /// - Complexity: as of ``seek(_:in:)``.
  @inline(__always)
  package mutating func find(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    if directory == nil { return try advance(to: unit, in: bytes) }
    return try seek(unit, in: bytes) ? unit : unit + 1
  }

  /// Whether the list has `unit`; if so, the cursor stands on it.
  ///
  /// - Precondition: `unit` is below `unitCount`, and not before where the cursor stands.
  /// - Complexity: that of ``advance(to:in:)``, but where ids are found by the numbers of units nothing else is looked for.
  @inline(__always)
  package mutating func seek(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> Bool {
    guard let directory else { return try advance(to: unit, in: bytes) == unit }
    guard try directory.contains(unit, in: bytes) else { return false }
    stand(on: unit)
    return true
  }

  /// Stands on `unit`, which ``directory`` is known to have.
  @inline(__always)
  package mutating func stand(on unit: DocID) {
    precondition(directory != nil)
    docID = unit
    block = max(block, 0)
    isRanked = false
  }

  private mutating func end() -> DocID {
    docID = .end
    return .end
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
  package mutating func run(below end: DocID, in bytes: RawSpan) throws(PostingsError) -> Range<Int> {
    if docID >= end { return 0..<0 }
    try decodePresent(in: bytes)
    let isWhole = ids[blockPostingCount - 1] < end
    return
      index..<(isWhole
      ? blockPostingCount : Self.firstIndex(in: ids, from: index, below: blockPostingCount, atOrAfter: end))
  }

  /// Stands on the posting at `index` of a run, and returns its id.
  @discardableResult
  package mutating func stand(at index: Int) -> DocID {
    self.index = index
    docID = ids[index]
    return docID
  }

  /// Stands where `other`, a cursor over the same list, has the posting at `index` of its run.
  package mutating func stand(at index: Int, of other: borrowing PostingsCursor) {
    block = other.block
    blockPostingCount = other.blockPostingCount
    self.index = index
    docID = other.ids[index]
    isRanked = true
  }

  /// Steps to the posting behind a run that is not empty.
  package mutating func pass(_ run: Range<Int>, in bytes: RawSpan) throws(PostingsError) {
    stand(at: run.upperBound - 1)
    try next(in: bytes)
  }

  /// Decodes the frequencies of the decoded block, if they are not yet.
  package mutating func decodeFrequencies(in bytes: RawSpan) throws(PostingsError) {
    if frequenciesBlock == block { return }
    try parse(in: bytes)
    if frequencies.isEmpty { frequencies = Array(repeating: 0, count: PostingsFormat.blockSize) }
    blockFrequencies.decode(in: bytes, into: &frequencies, scratch: &valuesScratch)
    frequenciesBlock = block
  }

  /// Decodes the frequencies and positions of the decoded block, if they are not yet.
  package mutating func decodePositions(in bytes: RawSpan) throws(PostingsError) {
    if decodedPositionsBlock == block { return }
    try decodeFrequencies(in: bytes)
    try readPositions(in: bytes)
    try blockPositions.decode(
      frequencies[..<blockPostingCount], in: bytes, into: &positions, scratch: &positionsScratch)
    decodedPositionsBlock = block
  }

  // MARK: - The present posting

  /// How often the term stands in the unit the cursor stands on.
  package mutating func frequency(in bytes: RawSpan) throws(PostingsError) -> Int {
    try findRank(in: bytes)
    try parse(in: bytes)
    return Int(blockFrequencies.frequency(at: index, in: bytes))
  }

  /// Walks the positions of the posting the cursor stands on.
  ///
  /// - Complexity: O(1) to begin.
  ///
  /// - Parameters:
  ///   - bytes: Where the list's positions lie.
  ///   - postings: The bytes that all other calls are lent; they may be the same.
  package mutating func positionWalk(
    in bytes: RawSpan, postings: RawSpan
  ) throws(PostingsError) -> PositionWalk {
    let frequency = try frequency(in: postings)
    try readPositions(in: bytes)
    let gaps = frequency == 1 ? 0 : blockFrequencies.surplus(before: index, in: postings)
    return try PositionWalk(at: index, of: &blockPositions, gaps: gaps..<gaps + frequency - 1, in: bytes)
  }

  /// Replaces `positions` with those of the posting the cursor stands on, ascending; as ``positionWalk(in:postings:)``.
  package mutating func positions(
    in bytes: RawSpan, postings: RawSpan, into positions: inout [UInt32]
  ) throws(PostingsError) {
    positions.removeAll(keepingCapacity: true)
    try appendPositions(in: bytes, postings: postings, to: &positions)
  }

  /// Appends the positions of the posting the cursor stands on, ascending; as ``positionWalk(in:postings:)``.
  package mutating func appendPositions(
    in bytes: RawSpan, postings: RawSpan, to positions: inout [UInt32]
  ) throws(PostingsError) {
    var walk = try positionWalk(in: bytes, postings: postings)
    repeat { positions.append(walk.position) } while try walk.next(in: bytes)
  }

  // MARK: - Blocks

  /// Finds the block of a posting that was found by the number of its unit.
  @inline(__always)
  private mutating func findRank(in bytes: RawSpan) throws(PostingsError) {
    if isRanked { return }
    try rank(in: bytes)
  }

  private mutating func rank(in bytes: RawSpan) throws(PostingsError) {
    guard let directory, docID != .end else { return }
    let rank = try directory.rank(of: docID, in: bytes)
    block = rank / PostingsFormat.blockSize
    index = rank % PostingsFormat.blockSize
    blockPostingCount = layout.postingCount(ofBlock: block)
    isRanked = true
  }

  /// Reads where the parts of the present block lie, and checks them, if that was not done.
  @inline(__always)
  private mutating func parse(in bytes: RawSpan) throws(PostingsError) {
    if parsedBlock != block { try parseBlock(in: bytes) }
  }

  private mutating func parseBlock(in bytes: RawSpan) throws(PostingsError) {
    let (range, positionsStart) = try layout.bytes(ofBlock: block, in: bytes)
    var start = range.lowerBound
    if directory == nil {
      start += 1 + Self.gapsByteCount(blockPostingCount, bitWidth: Int(bytes.byte(at: start)))
      guard start < range.upperBound else {
        throw PostingsError(offset: range.lowerBound, reason: "the ids of block \(block) do not fit it")
      }
    }
    blockFrequencies = try BlockFrequencies(
      of: blockPostingCount, at: start..<range.upperBound, in: bytes)
    let mostOccurrences = layout.list.totalFrequency - blockPostingCount
    guard
      blockFrequencies.greatestSurplus <= mostOccurrences
        || blockFrequencies.surplus(before: blockPostingCount, in: bytes) <= mostOccurrences
    else {
      throw PostingsError(
        offset: start,
        reason: "block \(block) has more occurrences than the list's \(layout.list.totalFrequency)")
    }
    runStart = positionsStart
    parsedBlock = block
  }

  /// Reads where the positions of the present block lie, which is parsed, if that was not done.
  @inline(__always)
  private mutating func readPositions(in bytes: RawSpan) throws(PostingsError) {
    if positionsBlock == block { return }
    blockPositions = try BlockPositions(
      at: runStart, of: blockPostingCount, before: layout.list.positions.upperBound, in: bytes)
    positionsBlock = block
  }

  private static func gapsByteCount(_ count: Int, bitWidth: Int) -> Int {
    count == VerticalPacking.count
      ? VerticalPacking.byteCount(bitWidth: bitWidth)
      : BitPacking.byteCount(count: count, bitWidth: bitWidth)
  }

  /// Stands on the first posting of a block.
  private mutating func stand(onBlock wanted: Int, in bytes: RawSpan) throws(PostingsError) {
    block = wanted
    blockPostingCount = layout.postingCount(ofBlock: wanted)
    index = 0
    try decode(in: bytes)
  }

  /// Decodes and checks the ids of the present block, if they are not yet. A cursor that fails here is used up.
  @inline(__always)
  private mutating func decode(in bytes: RawSpan) throws(PostingsError) {
    if decodedBlock != block { try decodeBlock(in: bytes) }
  }

  /// The same, with the posting the cursor stands on among them.
  @inline(__always)
  private mutating func decodePresent(in bytes: RawSpan) throws(PostingsError) {
    try findRank(in: bytes)
    try decode(in: bytes)
    guard ids[index] == docID else {
      throw PostingsError(
        offset: layout.list.postings.lowerBound,
        reason: "unit \(docID) is not posting \(index) of block \(block), as the list's directory says")
    }
  }

  private mutating func decodeBlock(in bytes: RawSpan) throws(PostingsError) {
    let expected = docID
    docID = .end
    if ids.isEmpty { ids = Array(repeating: 0, count: PostingsFormat.blockSize) }
    let previous = block > 0 ? layout.lastID(ofBlock: block - 1, in: bytes) : nil
    if let directory {
      try directory.decode(blockPostingCount, behind: previous, in: bytes, into: &ids)
    } else {
      try decodeGaps(behind: previous, in: bytes)
    }
    let last = ids[blockPostingCount - 1]
    guard Int(last) < layout.list.unitCount,
      block == layout.blockCount - 1 || last == layout.lastID(ofBlock: block, in: bytes)
    else {
      throw PostingsError(
        offset: layout.list.postings.lowerBound,
        reason:
          "block \(block) ends at \(last), which its skip entry or \(layout.list.unitCount) units forbid")
    }
    decodedBlock = block
    docID = expected
  }

  private mutating func decodeGaps(behind previous: DocID?, in bytes: RawSpan) throws(PostingsError) {
    let range = try layout.bytes(ofBlock: block, in: bytes).postings
    let bitWidth = Int(bytes.byte(at: range.lowerBound))
    let start = range.lowerBound + 1
    guard bitWidth <= 32,
      start + Self.gapsByteCount(blockPostingCount, bitWidth: bitWidth) <= range.upperBound
    else {
      throw PostingsError(
        offset: range.lowerBound,
        reason: "block \(block): \(blockPostingCount) ids of \(bitWidth) bits do not fit \(range.count) bytes"
      )
    }
    let before = previous ?? DocID.max
    // Ids only grow where no sum wraps, and then the last one bounds them all.
    let mayWrap = (UInt64(previous ?? 0) + UInt64(blockPostingCount + 1) << UInt64(bitWidth)) >> 32 > 0
    if blockPostingCount == VerticalPacking.count {
      VerticalPacking.unpackSums(bytes, at: start, bitWidth: bitWidth, previous: before, into: &ids)
    } else {
      BitPacking.unpack(bytes, at: start, count: blockPostingCount, bitWidth: bitWidth, into: &ids)
      var id = before
      for posting in 0..<blockPostingCount {
        id = id &+ ids[posting] &+ 1
        ids[posting] = id
      }
    }
    if mayWrap { try checkAscent(from: previous, at: start) }
  }

  private func checkAscent(from previous: DocID?, at offset: Int) throws(PostingsError) {
    var last = previous.map { Int($0) } ?? -1
    for id in ids.prefix(blockPostingCount) {
      guard Int(id) > last else {
        throw PostingsError(offset: offset, reason: "the ids of block \(block) do not ascend")
      }
      last = Int(id)
    }
  }
}
