/// Holds posting lists to the one way in which they may be written.
///
/// A cursor refuses bytes that it cannot walk safely; this finds all that is left: every list is walked from its start to its
/// end, what it says is encoded again, and the bytes are compared. So nothing of a list is unchecked: neither skip
/// entries nor bit widths, padding or bytes behind the end.
///
/// Memory is that of the longest list. After an error it is ready for the next list.
package struct PostingListCheck {
  private let hasPositions: Bool
  /// Of the segment's units.
  private let norms: [UInt8]
  private var encoder: PostingsEncoder
  private var postings: [UInt8] = []
  private var positions: [UInt8] = []
  private var places: [UInt32] = []

  package init(hasPositions: Bool, norms: [UInt8]) {
    self.hasPositions = hasPositions
    self.norms = norms
    encoder = PostingsEncoder(hasPositions: hasPositions)
  }

  /// Walks the whole of `list`, whose sections are lent.
  ///
  /// - Parameter complaint: Called with each posting and its positions, none for a list without; says what is wrong with it, and nil if
  ///   nothing is.
  /// - Throws: what the cursor, the comparison or `complaint` found first.
  package mutating func check(
    _ list: PostingList, postings section: RawSpan, positions positionsSection: RawSpan,
    complaint: (_ id: DocID, _ frequency: Int, _ positions: [UInt32]) -> String?
  ) throws(PostingsError) {
    // A list that failed left its postings behind.
    encoder.removeAll()
    var cursor = try PostingsCursor(list, in: section)
    while try cursor.next(in: section) != .end {
      let frequency = try cursor.frequency(in: section)
      if hasPositions {
        try cursor.positions(in: positionsSection, postings: section, into: &places)
        encoder.add(cursor.docID, positions: places)
      } else {
        encoder.addWithoutPositions(cursor.docID, frequency: frequency)
      }
      // A block may say so many that the sum of all would take too long to find.
      guard encoder.totalFrequency <= list.totalFrequency else { break }
      if let reason = complaint(cursor.docID, frequency, places) {
        throw PostingsError(offset: list.postings.lowerBound, reason: reason)
      }
    }
    guard encoder.totalFrequency == list.totalFrequency else {
      throw PostingsError(
        offset: list.postings.lowerBound,
        reason:
          "the list has \(encoder.totalFrequency) occurrences, the dictionary says \(list.totalFrequency)")
    }
    postings.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    encoder.finishList(norms: norms, postings: &postings, positions: &positions)
    try Self.compare(section, in: list.postings, with: postings, .postings)
    if hasPositions { try Self.compare(positionsSection, in: list.positions, with: positions, .positions) }
  }

  private static func compare(
    _ bytes: RawSpan, in range: Range<Int>, with expected: [UInt8], _ part: PostingsError.Part
  ) throws(PostingsError) {
    guard range.count == expected.count else {
      throw PostingsError(
        part, offset: range.lowerBound,
        reason: "a list of \(range.count) bytes says what \(expected.count) bytes say")
    }
    for index in expected.indices {
      let byte = bytes.byte(at: range.lowerBound + index)
      guard byte == expected[index] else {
        throw PostingsError(
          part, offset: range.lowerBound + index,
          reason: "found \(byte), expected \(expected[index]) in a list of what the other bytes say")
      }
    }
  }
}
