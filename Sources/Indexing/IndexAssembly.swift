internal import Corpus
internal import Segment

/// What becomes of an index while its parts come in, in corpus order.
struct IndexAssembly: ~Copyable {
  private let directory: IndexDirectory
  private let pipeline: String
  private let threadCount: Int
  private let plan: BuildPlan
  private let sources: [SourceFile]
  /// The segment that parts go to, if there is one.
  private var builder: SegmentBuilder?
  private var generation: ContentName
  private var segments: [Manifest.Segment] = []
  private(set) var warnings: [Warning]
  private(set) var counts: IngestCounts
  private var progress: BuildProgress

  init(
    _ plan: BuildPlan, of reader: CorpusReader, in directory: IndexDirectory, pipeline: String,
    threadCount: Int
  ) {
    self.threadCount = threadCount
    self.plan = plan
    self.directory = directory
    self.pipeline = pipeline
    sources = reader.sources
    generation = ContentName(pipeline: pipeline)
    warnings = reader.warnings
    counts = IngestCounts(listing: reader.warnings)
    progress = BuildProgress(start: reader)
  }

  /// Adds the next part.
  ///
  /// - Parameters:
  ///   - segment: The number of its segment.
  ///   - report: Called after every source.
  mutating func add(
    _ part: GroupPart, ofSegment segment: Int, _ report: (BuildProgress) -> Void
  ) throws {
    if builder == nil || segment > segments.count { try begin(segment, report) }
    try builder?.add(part)
    for source in part.sources {
      add(source.file, digest: source.digest, report)
      warnings += source.warnings
      counts += source.counts
    }
  }

  /// Ends the last segment, and says what the index is made of.
  mutating func finish(_ report: (BuildProgress) -> Void) throws -> Manifest {
    try endSegment()
    keepSegments(upTo: plan.segments.count, report)
    return Manifest(generation: generation.hex, pipeline: pipeline, segments: segments)
  }

  private mutating func begin(_ segment: Int, _ report: (BuildProgress) -> Void) throws {
    try endSegment()
    keepSegments(upTo: segment, report)
    builder = try SegmentBuilder(
      creating: directory.temporarySegmentPath, pipeline: pipeline, threadCount: threadCount)
  }

  private mutating func endSegment() throws {
    guard let builder = builder.take() else { return }
    let segment = try builder.finish()
    try directory.publishSegment(named: segment.name)
    segments.append(segment)
  }

  /// Goes over segments that stand already.
  private mutating func keepSegments(upTo end: Int, _ report: (BuildProgress) -> Void) {
    for planned in plan.segments[segments.count..<end] {
      guard let standing = planned.standing else { preconditionFailure("a segment was not built") }
      segments.append(standing)
      for index in planned.sources { add(sources[index], digest: plan.digested[index].digest, report) }
    }
  }

  private mutating func add(_ source: SourceFile, digest: [UInt8], _ report: (BuildProgress) -> Void) {
    generation.add(path: source.path, digest: digest)
    progress.add(source)
    report(progress)
  }
}
