import Segment

/// An index folder with segments that a test knows, under the names that belong to them.
struct SampleIndex {
  static let pipeline = "test-1 segment-\(SegmentFormat.version)"

  let directory: IndexDirectory
  let manifest: Manifest

  /// Publishes the samples in their order.
  init(_ samples: [SampleSegment], in path: String) throws {
    let directory = IndexDirectory(path: path)
    manifest = try directory.withLock {
      var generation = ContentName(pipeline: Self.pipeline)
      var segments: [Manifest.Segment] = []
      for sample in samples {
        let byteCount = try sample.write(to: directory.temporarySegmentPath)
        let name = sample.name(pipeline: Self.pipeline)
        try directory.publishSegment(named: name)
        let reader = try SegmentReader(opening: path + "/segments/\(name).seg")
        segments.append(
          Manifest.Segment(
            name: name, byteCount: byteCount, documentCount: reader.documentCount,
            unitCount: reader.unitCount,
            wordCount: reader.wordCount))
        for document in sample.documents.map(\.document) {
          generation.add(path: document.path, digest: SampleSegment.digest(of: document))
        }
      }
      let manifest = Manifest(generation: generation.hex, pipeline: Self.pipeline, segments: segments)
      _ = try directory.publish(manifest)
      return manifest
    }
    self.directory = directory
  }
}
