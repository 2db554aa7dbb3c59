internal import Corpus
internal import Segment

extension IndexBuilder {
  /// Compares the index with the corpus: what a build would give now, without building it.
  ///
  /// Every source is read and hashed, none is parsed.
  ///
  /// - Throws: what keeps either of them from being read: a missing or damaged index too.
  /// - Complexity: Linear in the bytes of the corpus.
  package func check() throws(BuildError) -> FreshnessReport {
    do {
      let (manifest, segments) = try IndexDirectory(path: indexDirectory).open()
      let reader = try CorpusReader(root: corpusRoot)
      let sources = try DigestedSource.all(of: reader)
      var report = FreshnessReport(
        generation: manifest.generation, corpusGeneration: generation(of: sources),
        documentCount: sources.count,
        byteCount: reader.sources.reduce(0) { $0 + $1.byteCount },
        pipelineChanges: FreshnessReport.PipelineChange.changes(from: manifest.pipeline, to: Self.pipeline),
        added: [], changed: [], removed: [])
      if report.isFresh { return report }
      try report.compare(segments, with: sources)
      guard report.hasReason else {
        throw SegmentError.corrupt(
          Damage(
            path: indexDirectory + "/manifest.json", offset: 0,
            reason:
              "its generation is \(report.generation), pipeline and documents make \(report.corpusGeneration)"
          ))
      }
      return report
    } catch {
      throw BuildError(error)
    }
  }

  /// Whether the index is the one that the corpus would give now.
  package func isFresh() throws(BuildError) -> Bool { try check().isFresh }

  /// The generation that a build of `sources` gives.
  func generation(of sources: [DigestedSource]) -> String {
    var name = ContentName(pipeline: Self.pipeline)
    for source in sources { name.add(path: source.path, digest: source.digest) }
    return name.hex
  }
}

/// A source file by what decides whether it has changed.
struct DigestedSource: Equatable {
  var path: String
  /// The SHA-256 of its bytes.
  var digest: [UInt8]

  /// Those of a corpus, in its order.
  static func all(of reader: CorpusReader) throws(CorpusError) -> [DigestedSource] {
    var sources: [DigestedSource] = []
    for source in reader.sources {
      sources.append(DigestedSource(path: source.path, digest: SHA256.hash(try reader.read(source))))
    }
    return sources
  }
}

extension FreshnessReport {
  fileprivate var hasReason: Bool {
    !(pipelineChanges.isEmpty && added.isEmpty && changed.isEmpty && removed.isEmpty)
  }

  /// Names the documents that differ, by one walk through both lists, which stand in the order of their paths' bytes.
  fileprivate mutating func compare(
    _ segments: [SegmentReader], with sources: [DigestedSource]
  ) throws(SegmentError) {
    var sources = sources[...]
    for segment in segments {
      for index in 0..<segment.documentCount {
        let path = try segment.document(at: index).path
        while let source = sources.first, source.path.utf8.lexicographicallyPrecedes(path.utf8) {
          added.append(source.path)
          sources.removeFirst()
        }
        // By bytes: strings are equal that are written with other scalars.
        guard let source = sources.first, source.path.utf8.elementsEqual(path.utf8) else {
          removed.append(path)
          continue
        }
        if source.digest != (try segment.digest(ofDocumentAt: index)) { changed.append(path) }
        sources.removeFirst()
      }
    }
    added += sources.map(\.path)
  }
}
