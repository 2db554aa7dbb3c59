/// Where one posting list lies, as the dictionary says: plain integers, checked against their sections.
package struct PostingList: Equatable, Sendable {
  /// Units with the term.
  package var documentFrequency: Int
  /// The sum of the frequencies: no more positions than that are read.
  package var totalFrequency: Int
  /// Bytes of the postings section.
  package var postings: Range<Int>
  /// Bytes of the positions section; empty for a list without positions.
  package var positions: Range<Int>
  /// Units of the segment: every id is below it.
  package var unitCount: Int

  package init(
    documentFrequency: Int, totalFrequency: Int, postings: Range<Int>, positions: Range<Int>, unitCount: Int
  ) {
    self.documentFrequency = documentFrequency
    self.totalFrequency = totalFrequency
    self.postings = postings
    self.positions = positions
    self.unitCount = unitCount
  }
}
