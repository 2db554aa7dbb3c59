internal import Corpus
internal import Segment
internal import Text

/// Builds the index of a corpus.
///
/// The index is a pure function of the corpus and the pipeline: the same sources give the same bytes wherever and whenever
/// they are built, on however many threads. Documents stand in the order of their paths; ``CorpusCut`` says which of them become a
/// group, which one thread reads and inverts, and which groups are joined to a segment.
///
/// Memory, for a segment of 32 million words: about 300 MiB, and 30 MiB more for each thread (measured on the UN General Debate: 328 MiB with
/// one thread, 349 with two, 509 with eight); half as much again for the largest segments, and more for a source that is larger than a group by
/// itself: its bytes.
package struct IndexBuilder: Sendable {
  package let corpusRoot: String
  package let indexDirectory: String
  /// The file that stands for the corpus's `corpus.yaml`; nil for that one, if it is there.
  package let configurationPath: String?
  /// Threads that read and invert, and threads that join what these made for the segment before; with more than 1, one more writes.
  let threadCount: Int
  private let segmentByteCount: Int
  private let groupByteCount: Int

  /// By name and version, everything that decides what a source becomes in the index.
  package static let pipeline =
    [
      CorpusReader.fingerprint, Analyzer.fingerprint, SentenceBreaker.fingerprint, SpeakerTable.fingerprint,
      StatementFinder.fingerprint, "segment-\(SegmentFormat.version)",
    ].joined(separator: " ")

  /// The pipeline of a corpus: with the hashes of its `corpus.yaml` and `speakers.yaml`, if it has them.
  static func pipeline(of reader: CorpusReader) -> String {
    var parts = [pipeline]
    for (name, bytes) in [("configuration", reader.configuration.bytes), ("people", reader.speakersBytes)]
    where !bytes.isEmpty { parts.append("\(name)-\(SHA256.hash(bytes).hex.prefix(12))") }
    return parts.joined(separator: " ")
  }

  /// - Parameters:
  ///   - threadCount: Threads that read and invert, at least 1; nil for one a processor, eight at most. What is in the index does not
  ///     depend on it.
  ///   - segmentByteCount: Bytes of sources that a segment is to have, about 6 a word; see ``CorpusCut``.
  ///   - groupByteCount: Those that a thread is to read at a time. What is in the index does not depend on it either.
  package init(
    corpusRoot: String, indexDirectory: String, configurationPath: String? = nil, threadCount: Int? = nil,
    segmentByteCount: Int = 200 << 20, groupByteCount: Int = 4 << 20
  ) {
    self.corpusRoot = corpusRoot
    self.indexDirectory = indexDirectory
    self.configurationPath = configurationPath
    self.threadCount = max(1, threadCount ?? min(8, WorkerThread.processorCount))
    self.segmentByteCount = segmentByteCount
    self.groupByteCount = groupByteCount
  }

  /// Reads the corpus, writes segments and manifest, and reads them back before it says that they stand.
  ///
  /// An index that is fresh already is left as it is, and so are segments of it that a build would give again. If the build fails, the
  /// index that stood before still stands.
  ///
  /// - Parameters:
  ///   - counting: Whether to count what reading makes of the sources, for ``BuildReport/counts``. That takes time; and where the
  ///     index is fresh already, the sources are read again just for it.
  ///   - progress: Called after every document.
  package func build(
    counting: Bool = false, progress: (BuildProgress) -> Void = { _ in }
  ) throws(BuildError) -> BuildReport {
    do {
      let reader = try CorpusReader(root: corpusRoot, configurationPath: configurationPath)
      if let folder = try? CorpusReader.realFolder(indexDirectory),
        folder == (try CorpusReader.realFolder(corpusRoot))
      {
        throw BuildError.indexInCorpus(path: indexDirectory)
      }
      let directory = IndexDirectory(path: indexDirectory)
      return try directory.withLock {
        directory.discardLeftovers()
        var plan = try plan(for: reader, beside: try? directory.manifest())
        guard var report = try freshReport(of: directory, plan, reader) else {
          // What is kept is not read again, and so not counted.
          if !counting, let manifest = try? directory.manifest() {
            plan.keepSegments(of: manifest, in: directory)
          }
          return try replace(directory, with: reader, plan, counting: counting, progress: progress)
        }
        if counting { try count(reader, into: &report, progress: progress) }
        return report
      }
    } catch {
      throw BuildError(error)
    }
  }

  // MARK: - Building

  /// Builds, and leaves nothing of a build that failed.
  private func replace(
    _ directory: IndexDirectory, with reader: CorpusReader, _ plan: BuildPlan, counting: Bool,
    progress: (BuildProgress) -> Void
  ) throws -> BuildReport {
    let standing = try? directory.manifest()
    do {
      return try build(reader, plan, in: directory, over: standing, counting: counting, progress: progress)
    } catch {
      // A manifest that is in place, but perhaps not on the disk, leaves the old segments to the next build.
      if (try? directory.manifest()) == standing {
        directory.discardLeftovers()
      } else {
        directory.discardTemporaryFiles()
      }
      throw error
    }
  }

  private func build(
    _ reader: CorpusReader, _ plan: BuildPlan, in directory: IndexDirectory, over standing: Manifest?,
    counting: Bool, progress: (BuildProgress) -> Void
  ) throws -> BuildReport {
    let jobs = plan.jobs
    let finder = StatementFinder(table: reader.speakers)
    var assembly = IndexAssembly(
      plan, of: reader, in: directory, pipeline: Self.pipeline(of: reader), threadCount: threadCount)
    let groupByteCount = groupByteCount
    try OrderedJobs<GroupPart>.run(count: jobs.count, threadCount: threadCount, path: indexDirectory) {
      job, deliver in
      var builder = GroupBuilder(reader, finder, byteCount: groupByteCount, counts: counting)
      for source in reader.sources[jobs[job].sources] { try builder.add(source, deliver) }
      try deliver(builder.takePart())
    } take: { job, part in
      try assembly.add(part, ofSegment: jobs[job].segment, progress)
    }
    let manifest = try assembly.finish(progress)
    // Before: behind it nothing is left of the generation that stood.
    let historyProblem = standing.flatMap { directory.keepStep(from: $0, to: manifest) }
    let readers = try directory.publish(manifest)
    var report = try report(manifest, readers, wasFresh: false, warnings: assembly.warnings)
    report.historyProblem = historyProblem
    report.counts = counting ? assembly.counts : nil
    return report
  }

  // MARK: - Freshness

  /// How the corpus is cut; with the hashes of its sources if an index stands that may be made of some of them.
  private func plan(for reader: CorpusReader, beside manifest: Manifest?) throws -> BuildPlan {
    let cut = CorpusCut(
      reader.sources, segmentByteCount: segmentByteCount, groupByteCount: groupByteCount)
    let isComparable = manifest?.pipeline == Self.pipeline(of: reader)
    return BuildPlan(
      cut, digested: isComparable ? try DigestedSource.all(of: reader, threadCount: threadCount) : [])
  }

  /// What stands in `directory`, if it is what the corpus would give now and can be read whole; else nil.
  private func freshReport(
    of directory: IndexDirectory, _ plan: BuildPlan, _ reader: CorpusReader
  ) throws -> BuildReport? {
    guard !plan.digested.isEmpty, let manifest = try? directory.manifest(),
      manifest.generation == generation(of: plan.digested, pipeline: Self.pipeline(of: reader)),
      let readers = try? directory.checkedSegments(of: manifest)
    else { return nil }
    try directory.synchronize()
    return try report(manifest, readers, wasFresh: true, warnings: reader.warnings)
  }

  private func report(
    _ manifest: Manifest, _ readers: [SegmentReader], wasFresh: Bool, warnings: [Warning]
  ) throws(SegmentError) -> BuildReport {
    BuildReport(
      generation: manifest.generation, segmentCount: manifest.segments.count,
      documentCount: manifest.documentCount,
      paragraphCount: manifest.unitCount, wordCount: manifest.wordCount,
      termCount: try Vocabulary.termCount(of: readers),
      byteCount: manifest.segments.reduce(0) { $0 + $1.byteCount }, wasFresh: wasFresh, warnings: warnings)
  }
}
