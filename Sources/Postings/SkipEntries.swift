/// The skip entries of a list: where its blocks end, as ``PostingsFormat`` draws them.
///
/// Plain integers, so that asking costs no copy of a cursor.
struct SkipEntries: Sendable {
  /// Where the list lies in the bytes.
  let list: Range<Int>
  /// Blocks of the list; the last has no entry.
  let blockCount: Int

  /// Bytes where the blocks begin, behind the entries.
  var end: Int { list.lowerBound + max(0, blockCount - 1) * PostingsFormat.skipEntryByteCount }

  /// What the entry of `block`, which is not the last, says.
  func entry(
    of block: Int, in bytes: RawSpan
  ) throws(PostingsError) -> (lastDocID: DocID, postingsEnd: Int, positionsEnd: Int) {
    let offset = list.lowerBound + block * PostingsFormat.skipEntryByteCount
    guard offset >= 0, list.upperBound <= bytes.byteCount else {
      throw PostingsError(offset: offset, reason: "the list ends beyond its section")
    }
    return (
      bytes.integer(at: offset, as: UInt32.self), Int(bytes.integer(at: offset + 4, as: UInt32.self)),
      Int(bytes.integer(at: offset + 8, as: UInt32.self))
    )
  }

  /// The first block from `start` on whose last id is `target` or greater; the last block if no other is, nil if there is none
  /// from `start` on.
  ///
  /// - Complexity: O(log *d*) for *d* blocks stepped over.
  func firstBlock(
    from start: Int, endingAtOrAfter target: DocID, in bytes: RawSpan
  ) throws(PostingsError) -> Int? {
    var low = start
    var high = blockCount - 1
    if low > high { return nil }
    // Most steps are short: twice as far each time, then by halves.
    var step = 1
    while low + step < high {
      if try entry(of: low + step - 1, in: bytes).lastDocID >= target {
        high = low + step - 1
        break
      }
      low += step
      step *= 2
    }
    while low < high {
      let middle = low + (high - low) / 2
      if try entry(of: middle, in: bytes).lastDocID < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
