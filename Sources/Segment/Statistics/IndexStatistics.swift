/// What an index holds, and where its bytes go.
package struct IndexStatistics: Equatable, Sendable {
  /// The bytes of one section in all segments.
  package struct SectionSize: Equatable, Sendable {
    package var section: SegmentFormat.Section
    package var byteCount: Int
  }

  package var generation: String
  package var pipeline: String
  package var segmentCount: Int
  package var documentCount: Int
  package var unitCount: Int
  package var wordCount: Int
  /// Different terms and stems: one in two segments counts once.
  package var termCount: Int
  package var stemCount: Int
  /// From the year of the first day that a document is dated to that of the last; nil if none is dated.
  package var years: ClosedRange<Int>?
  package var undatedDocumentCount: Int
  /// In order of the sections' numbers.
  package var sections: [SectionSize]
  /// The segments' size: the sections, and what is around them.
  package var byteCount: Int
}

extension IndexDirectory {
  /// Counts what the index that stands now holds.
  ///
  /// - Complexity: O(documents), and with more than one segment O(terms · segments).
  package func statistics() throws(SegmentError) -> IndexStatistics {
    let (manifest, readers) = try open()
    var years: ClosedRange<Int>?
    var undatedDocumentCount = 0
    for reader in readers {
      for index in 0..<reader.documentCount {
        guard let days = try reader.documentRecord(at: index).days else {
          undatedDocumentCount += 1
          continue
        }
        let own = Int(days.lowerBound / 10_000)...Int(days.upperBound / 10_000)
        years =
          years.map { min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound) } ?? own
      }
    }
    return IndexStatistics(
      generation: manifest.generation, pipeline: manifest.pipeline, segmentCount: readers.count,
      documentCount: manifest.documentCount, unitCount: manifest.unitCount, wordCount: manifest.wordCount,
      termCount: try Vocabulary.termCount(of: readers), stemCount: try Vocabulary.stemCount(of: readers),
      years: years, undatedDocumentCount: undatedDocumentCount,
      sections: SegmentFormat.Section.allCases.map { section in
        .init(section: section, byteCount: readers.reduce(0) { $0 + $1.byteCount(of: section) })
      },
      byteCount: readers.reduce(0) { $0 + $1.byteCount })
  }
}
