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
    _ = try IndexBuilder(corpusRoot: root, indexDirectory: directory).build()
    let (end, after) = (ContinuousClock.now, ProcessUsage.now)
    let folder = IndexDirectory(path: directory)
    let statistics = try folder.statistics()
    var sections = statistics.sections.map {
      IndexFigures.Section(name: "\($0.section)", bytes: $0.byteCount)
    }
    let rest = statistics.byteCount - sections.reduce(0) { $0 + $1.bytes }
    sections.append(IndexFigures.Section(name: "checksums and tables", bytes: rest))
    snapshot = try Snapshot(openingIndexAt: directory)
    segments = try folder.open().1
    figures = IndexFigures(
      documents: statistics.documentCount, paragraphs: statistics.unitCount, tokens: statistics.wordCount,
      terms: statistics.termCount, segments: statistics.segmentCount,
      buildSeconds: (end - start) / .seconds(1),
      buildCPUSeconds: after.cpuSeconds - before.cpuSeconds, peakMemoryBytes: after.peakMemoryByteCount,
      bytes: statistics.byteCount, sections: sections)
  }
}
