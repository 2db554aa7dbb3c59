/// Where the parts of a posting list lie, as ``PostingsFormat`` draws them: plain integers, worked out from the list's counts.
package struct ListLayout: Sendable {
  package let list: PostingList
  package let form: ListForm
  /// Blocks of 128 postings, the last with the rest.
  package let blockCount: Int
  /// The list's leaders, in front of all else.
  package let leaders: Range<Int>
  private let lastIDsStart: Int
  private let endsStart: Int
  private let endsByteCount: Int
  private let impactsStart: Int
  /// Where the ids lie that are not in the blocks.
  let idsStart: Int
  let blocksStart: Int

  /// - Throws: if the list's length cannot be right.
  package init(_ list: PostingList, in bytes: RawSpan) throws(PostingsError) {
    self.list = list
    form = ListForm(documentFrequency: list.documentFrequency, unitCount: list.unitCount)
    blockCount = PostingsFormat.blockCount(documentFrequency: list.documentFrequency)
    guard list.documentFrequency > 0, list.documentFrequency <= list.unitCount,
      list.postings.upperBound <= bytes.byteCount
    else { throw Self.wrongLength(list) }
    leaders =
      list.postings.lowerBound..<list.postings.lowerBound
      + (try Self.leadersByteCount(of: list, in: bytes))
    lastIDsStart = leaders.upperBound
    endsStart = lastIDsStart + (blockCount - 1) * PostingsFormat.lastIDByteCount
    endsByteCount =
      list.positions.isEmpty ? PostingsFormat.endByteCount : 2 * PostingsFormat.endByteCount
    impactsStart = endsStart + (blockCount - 1) * endsByteCount
    idsStart = impactsStart + (blockCount > 1 ? blockCount * PostingsFormat.impactByteCount : 0)
    blocksStart =
      idsStart + form.byteCount(documentFrequency: list.documentFrequency, unitCount: list.unitCount)
    guard blocksStart + blockCount <= list.postings.upperBound else { throw Self.wrongLength(list) }
  }

  private static func leadersByteCount(of list: PostingList, in bytes: RawSpan) throws(PostingsError) -> Int {
    guard list.documentFrequency >= PostingsFormat.leastWithLeaders else { return 0 }
    guard list.postings.count >= Leaders.headerByteCount else { throw wrongLength(list) }
    let count = Int(bytes.integer(at: list.postings.lowerBound, as: UInt32.self))
    guard count >= Leaders.headerByteCount, count <= list.postings.count else {
      throw PostingsError(
        offset: list.postings.lowerBound,
        reason: "\(count) bytes of leaders in a list of \(list.postings.count) bytes")
    }
    return count
  }

  private static func wrongLength(_ list: PostingList) -> PostingsError {
    PostingsError(
      offset: list.postings.lowerBound,
      reason:
        "a list of \(list.documentFrequency) postings in \(list.postings.count) bytes, in a segment of \(list.unitCount) units"
    )
  }

  /// The postings of `block`.
  @inline(__always)
  package func postingCount(ofBlock block: Int) -> Int {
    block == blockCount - 1
      ? list.documentFrequency - block * PostingsFormat.blockSize : PostingsFormat.blockSize
  }

  // MARK: - Skip entries

  /// The last id of `block`, which is not the last.
  @inline(__always)
  package func lastID(ofBlock block: Int, in bytes: RawSpan) -> DocID {
    bytes.integer(at: lastIDsStart + block * PostingsFormat.lastIDByteCount, as: UInt32.self)
  }

  /// Where the bytes of `block` and of its positions lie; those of the last end with the list.
  func bytes(ofBlock block: Int, in bytes: RawSpan) throws(PostingsError) -> (
    postings: Range<Int>, positionsStart: Int
  ) {
    var (start, positionsStart) = (blocksStart, list.positions.lowerBound)
    if block > 0 {
      let entry = endsStart + (block - 1) * endsByteCount
      start += Int(bytes.integer(at: entry, as: UInt32.self))
      if !list.positions.isEmpty {
        positionsStart += Int(bytes.integer(at: entry + PostingsFormat.endByteCount, as: UInt32.self))
      }
    }
    var end = list.postings.upperBound
    if block < blockCount - 1 {
      end =
        blocksStart
        + Int(bytes.integer(at: endsStart + block * endsByteCount, as: UInt32.self))
    }
    guard start < end, end <= list.postings.upperBound else {
      throw PostingsError(offset: start, reason: "block \(block) ends at \(end), beyond its list")
    }
    return (start..<end, positionsStart)
  }

  /// The first block from `start` on whose last id is `target` or greater; the last block if no other is, nil if there is none
  /// from `start` on.
  ///
  /// - Complexity: O(log *d*) for *d* blocks stepped over.
  func firstBlock(from start: Int, endingAtOrAfter target: DocID, in bytes: RawSpan) -> Int? {
    var low = start
    var high = blockCount - 1
    if low > high { return nil }
    // Most steps are short: twice as far each time, then by halves.
    var step = 1
    while low + step < high {
      if lastID(ofBlock: low + step - 1, in: bytes) >= target {
        high = low + step - 1
        break
      }
      low += step
      step *= 2
    }
    while low < high {
      let middle = low + (high - low) / 2
      if lastID(ofBlock: middle, in: bytes) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Impacts

  /// What no posting of `block` exceeds; nil where the list has a single block.
  @inline(__always)
  package func impact(ofBlock block: Int, in bytes: RawSpan) -> Impact? {
    guard blockCount > 1 else { return nil }
    let offset = impactsStart + block * PostingsFormat.impactByteCount
    return Impact(
      leastNormOfOne: bytes.byte(at: offset), leastNormOfMore: bytes.byte(at: offset + 1),
      greatestFrequency: bytes.byte(at: offset + 2))
  }

  /// Whoever walked the whole list tells how many postings it had.
  ///
  /// - Throws: if the list should have others.
  package func check(walkedCount: Int) throws(PostingsError) {
    guard walkedCount == list.documentFrequency else {
      throw PostingsError(
        offset: list.postings.lowerBound,
        reason: "\(walkedCount) postings in a list of \(list.documentFrequency)")
    }
  }
}
