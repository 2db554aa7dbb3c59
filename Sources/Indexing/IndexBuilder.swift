internal import Corpus
internal import Segment
internal import Text

/// Builds the index of a corpus.
///
/// The index is a pure function of the corpus and the pipeline: the same sources give the same bytes wherever and whenever
/// they are built. Documents stand in the order of their paths; a segment ends with the document that fills it.
package struct IndexBuilder: Sendable {
  package let corpusRoot: String
  package let indexDirectory: String
  /// Words after which a segment ends with the present document. A build takes about 20 bytes of memory a word of one
  /// segment: 580 MB for the 32 million words of the UN General Debate.
  private let segmentWordLimit: Int

  /// By name and version, everything that decides what a source becomes in the index.
  package static let pipeline =
    "\(CorpusReader.fingerprint) \(Analyzer.fingerprint) segment-\(SegmentFormat.version)"

  package init(corpusRoot: String, indexDirectory: String, segmentWordLimit: Int = 1 << 25) {
    self.corpusRoot = corpusRoot
    self.indexDirectory = indexDirectory
    self.segmentWordLimit = segmentWordLimit
  }

  /// Reads the corpus, writes segments and manifest, and reads them back before it says that they stand.
  ///
  /// An index that is fresh already is left as it is. If the build fails, the index that stood before still stands.
  ///
  /// - Parameter progress: Called after every document.
  package func build(progress: (BuildProgress) -> Void = { _ in }) throws(BuildError) -> BuildReport {
    do {
      let reader = try CorpusReader(root: corpusRoot)
      let directory = IndexDirectory(path: indexDirectory)
      return try directory.withLock {
        directory.discardLeftovers()
        return try freshReport(of: directory, reader) ?? replace(directory, with: reader, progress: progress)
      }
    } catch {
      throw BuildError(error)
    }
  }

  // MARK: - Building

  /// Builds, and leaves nothing of a build that failed.
  private func replace(
    _ directory: IndexDirectory, with reader: CorpusReader, progress: (BuildProgress) -> Void
  ) throws -> BuildReport {
    let standing = try? directory.manifest()
    do {
      return try build(reader, in: directory, progress: progress)
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
    _ reader: CorpusReader, in directory: IndexDirectory, progress: (BuildProgress) -> Void
  ) throws -> BuildReport {
    var generation = ContentName(pipeline: Self.pipeline)
    var segments: [Manifest.Segment] = []
    var warnings = reader.warnings
    var done = BuildProgress(
      documentsDone: 0, documentCount: reader.sources.count, bytesDone: 0,
      byteCount: reader.sources.reduce(0) { $0 + $1.byteCount })
    var remaining = reader.sources[...]
    while !remaining.isEmpty {
      var builder = try SegmentBuilder(creating: directory.temporarySegmentPath, pipeline: Self.pipeline)
      while builder.wordCount < segmentWordLimit, let source = remaining.popFirst() {
        let bytes = try reader.read(source)
        let document = try reader.document(from: bytes, of: source)
        let digest = SHA256.hash(bytes)
        try builder.add(document, digest: digest)
        generation.add(path: source.path, digest: digest)
        warnings += document.warnings
        done.documentsDone += 1
        done.bytesDone += source.byteCount
        progress(done)
      }
      let segment = try builder.finish()
      try directory.publishSegment(named: segment.name)
      segments.append(segment)
    }
    let manifest = Manifest(generation: generation.hex, pipeline: Self.pipeline, segments: segments)
    let readers = try directory.publish(manifest)
    return try report(manifest, readers, wasFresh: false, warnings: warnings)
  }

  // MARK: - Freshness

  /// What stands in `directory`, if it is what the corpus would give now and can be read whole; else nil.
  private func freshReport(of directory: IndexDirectory, _ reader: CorpusReader) throws -> BuildReport? {
    guard let manifest = try? directory.manifest(),
      try manifest.generation == generation(of: DigestedSource.all(of: reader)),
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
