import Indexing
import Search
import Segment

/// The index that is measured, and what it took to build it.
struct BenchmarkIndex {
  let snapshot: Snapshot
  let segments: [SegmentReader]
  let figures: IndexFigures

  /// Builds the index of the corpus at `root` in `directory`, with the program's own settings.
  init(building root: String, in directory: String) throws {
    let (start, before) = (ContinuousClock.now, ProcessUsage.now)
    let report = try IndexBuilder(corpusRoot: root, indexDirectory: directory).build()
    let (end, after) = (ContinuousClock.now, ProcessUsage.now)
    snapshot = try Snapshot(openingIndexAt: directory)
    segments = try IndexDirectory(path: directory).open().1
    figures = IndexFigures(
      documents: report.documentCount, paragraphs: report.paragraphCount, tokens: report.tokenCount,
      terms: report.termCount, segments: segments.count, buildSeconds: (end - start) / .seconds(1),
      buildCPUSeconds: after.cpuSeconds - before.cpuSeconds, peakMemoryBytes: after.peakMemoryByteCount,
      bytes: report.byteCount, sections: Self.sections(of: segments))
  }

  /// The size of each section over all segments, and of what is in none.
  private static func sections(of segments: [SegmentReader]) -> [IndexFigures.Section] {
    var sections = SegmentFormat.Section.allCases.map { section in
      IndexFigures.Section(
        name: "\(section)", bytes: segments.reduce(0) { $0 + $1.byteCount(of: section) })
    }
    let all = segments.reduce(0) { $0 + $1.byteCount }
    sections.append(
      IndexFigures.Section(name: "checksums and tables", bytes: all - sections.reduce(0) { $0 + $1.bytes }))
    return sections
  }
}
