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
      let reader = try CorpusReader(root: corpusRoot, configurationPath: configurationPath)
      let sources = try DigestedSource.all(of: reader, threadCount: threadCount)
      let pipeline = Self.pipeline(of: reader)
      var report = FreshnessReport(
        generation: manifest.generation, corpusGeneration: generation(of: sources, pipeline: pipeline),
        documentCount: sources.count,
        byteCount: reader.sources.reduce(0) { $0 + $1.byteCount },
        pipelineChanges: FreshnessReport.PipelineChange.changes(from: manifest.pipeline, to: pipeline),
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

  /// The bytes of all sources, of which none is read: what ``check()`` would have to hash.
  package func corpusByteCount() throws(BuildError) -> Int {
    do {
      let reader = try CorpusReader(root: corpusRoot, configurationPath: configurationPath)
      return reader.sources.reduce(0) { $0 + $1.byteCount }
    } catch {
      throw BuildError(error)
    }
  }

  /// The generation that a build of `sources` gives.
  func generation(of sources: [DigestedSource], pipeline: String) -> String {
    var name = ContentName(pipeline: pipeline)
    for source in sources { name.add(path: source.path, digest: source.digest) }
    return name.hex
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
    var previous: String?
    for segment in segments {
      for index in 0..<segment.documentCount {
        let path = try segment.document(at: index).path
        // The rows of a table are documents of one source.
        if let previous, previous.utf8.elementsEqual(path.utf8) { continue }
        previous = path
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
