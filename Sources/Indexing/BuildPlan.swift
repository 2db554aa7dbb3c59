internal import Corpus
internal import Segment

/// What a build has to do: its segments in order, and which of them stand already.
struct BuildPlan: Sendable {
  struct Segment: Sendable {
    /// Ranges of sources, in order.
    var groups: [Range<Int>]
    /// The segment, if it stands already.
    var standing: Manifest.Segment?
    var sources: Range<Int> { groups[0].lowerBound..<groups[groups.count - 1].upperBound }
  }

  /// The sources of one group of a segment that is to be built.
  struct Job: Sendable {
    var segment: Int
    var sources: Range<Int>
  }

  private(set) var segments: [Segment]
  /// The sources as they were read for the names of segments; empty if nothing was there to compare them with.
  let digested: [DigestedSource]

  /// - Parameter digested: What names segments; empty if none can stand.
  init(_ cut: CorpusCut, digested: [DigestedSource]) {
    segments = cut.segments.map { Segment(groups: $0, standing: nil) }
    self.digested = digested
  }

  /// What is left to do, in order.
  var jobs: [Job] {
    segments.indices.filter { segments[$0].standing == nil }.flatMap { index in
      segments[index].groups.map { Job(segment: index, sources: $0) }
    }
  }

  /// Keeps the segments of a manifest that are made of the same sources, and can be read whole.
  mutating func keepSegments(of manifest: Manifest, in directory: IndexDirectory) {
    guard !digested.isEmpty else { return }
    for index in segments.indices {
      var name = ContentName(pipeline: manifest.pipeline)
      for source in digested[segments[index].sources] { name.add(path: source.path, digest: source.digest) }
      guard let standing = manifest.segments.first(where: { $0.name == name.hex }) else { continue }
      var alone = manifest
      alone.segments = [standing]
      if (try? directory.checkedSegments(of: alone)) != nil { segments[index].standing = standing }
    }
  }
}
