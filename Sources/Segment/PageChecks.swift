internal import Postings
internal import Synchronization

/// Remembers which pages of a segment were found to match their checksum.
///
/// Any thread may check any page; two that check the same one at once both find the same.
@safe final class PageChecks: @unchecked Sendable {
  // Sendable: the words are atomics, allocated once and freed when nobody holds the object any more.
  private let words: UnsafeMutableBufferPointer<Atomic<UInt64>>
  private let pageCount: Int

  init(pageCount: Int) {
    self.pageCount = pageCount
    unsafe words = .allocate(capacity: (pageCount + 63) / 64)
    for index in 0..<(pageCount + 63) / 64 {
      // SAFETY: index is below the capacity, and each word is initialized once.
      unsafe words.initializeElement(at: index, to: Atomic(0))
    }
  }

  deinit {
    // SAFETY: every word was initialized by init.
    unsafe words.deinitialize()
    unsafe words.deallocate()
  }

  /// The first page of `pages` that was not checked yet; nil if all were.
  func firstUnchecked(of pages: Range<Int>) -> Int? {
    precondition(pages.lowerBound >= 0 && pages.upperBound <= pageCount)
    return pages.first { page in
      // SAFETY: page >> 6 is below the word count by the precondition.
      unsafe words[page >> 6].load(ordering: .relaxed) & UInt64(1) << UInt64(page & 63) == 0
    }
  }

  /// The first page of `pages` whose bytes do not match the checksum in `table`; nil if all match.
  ///
  /// - Parameters:
  ///   - file: The whole file; `checkedByteCount` bytes of it are under page checksums.
  ///   - table: Offset in `file` of the checksums, u32 each.
  func firstDamaged(of pages: Range<Int>, in file: RawSpan, checkedByteCount: Int, table: Int) -> Int? {
    precondition(pages.lowerBound >= 0 && pages.upperBound <= pageCount)
    for page in pages {
      let bit = UInt64(1) << UInt64(page & 63)
      // SAFETY: page >> 6 is below the word count by the precondition.
      if unsafe words[page >> 6].load(ordering: .relaxed) & bit != 0 { continue }
      let start = page * SegmentFormat.pageByteCount
      let range = start..<min(start + SegmentFormat.pageByteCount, checkedByteCount)
      guard CRC32C.checksum(file, in: range) == file.integer(at: table + 4 * page, as: UInt32.self) else {
        return page
      }
      // SAFETY: as above.
      _ = unsafe words[page >> 6].bitwiseOr(bit, ordering: .relaxed)
    }
    return nil
  }
}
