internal import Corpus
internal import Segment

/// What becomes of an index while its parts come in, in corpus order.
struct IndexAssembly: ~Copyable {
  private let directory: IndexDirectory
  private let pipeline: String
  /// Of each segment, one more than the number of its last group.
  private let segmentEnds: [Int]
  /// The segment that parts go to, if there is one.
  private var builder: SegmentBuilder?
  private var generation: ContentName
  private var segments: [Manifest.Segment] = []
  private(set) var warnings: [Warning]
  private(set) var counts: IngestCounts
  private(set) var progress: BuildProgress

  init(of reader: CorpusReader, _ cut: CorpusCut, in directory: IndexDirectory, pipeline: String) {
    self.directory = directory
    self.pipeline = pipeline
    var groupCount = 0
    segmentEnds = cut.segments.map { groups in
      groupCount += groups.count
      return groupCount
    }
    generation = ContentName(pipeline: pipeline)
    warnings = reader.warnings
    counts = IngestCounts(listing: reader.warnings)
    progress = BuildProgress(start: reader)
  }

  /// Adds the next part.
  ///
  /// - Parameters:
  ///   - group: The number of its group.
  ///   - report: Called after every source.
  mutating func add(
    _ part: GroupPart, ofGroup group: Int, _ report: (BuildProgress) -> Void
  ) throws(SegmentError) {
    if builder != nil, group == segmentEnds[segments.count] { try endSegment() }
    if builder == nil {
      builder = try SegmentBuilder(creating: directory.temporarySegmentPath, pipeline: pipeline)
    }
    try builder?.add(part)
    for source in part.sources {
      generation.add(path: source.file.path, digest: source.digest)
      warnings += source.warnings
      counts += source.counts
      progress.add(source.file)
      report(progress)
    }
  }

  /// Ends the last segment, and says what the index is made of.
  mutating func finish() throws(SegmentError) -> Manifest {
    try endSegment()
    return Manifest(generation: generation.hex, pipeline: pipeline, segments: segments)
  }

  private mutating func endSegment() throws(SegmentError) {
    guard let builder = builder.take() else { return }
    let segment = try builder.finish()
    try directory.publishSegment(named: segment.name)
    segments.append(segment)
  }
}
