package import Corpus
package import Segment

/// How far a build is.
package struct BuildProgress: Sendable, Equatable {
  package var documentsDone: Int
  package var documentCount: Int
  package var bytesDone: Int
  package var byteCount: Int
  /// Whether the index stands already, and the sources are read only to count what is in them.
  package var onlyCounts = false
}

/// What a build made.
package struct BuildReport: Sendable {
  package var generation: String
  package var segmentCount: Int
  package var documentCount: Int
  package var paragraphCount: Int
  /// Words in all paragraphs.
  package var wordCount: Int
  /// Different terms.
  package var termCount: Int
  /// The segments' size.
  package var byteCount: Int
  /// True when the index stood already and nothing was written.
  package var wasFresh: Bool
  /// Of listing the corpus, and of the sources that were read.
  package var warnings: [Warning]
  /// What reading made of the sources; nil unless it was asked for.
  package var counts: IngestCounts?
  /// Why nobody will know what this generation has that the one before had not; nil if they will, or there was none.
  package var historyProblem: SegmentError?
}
