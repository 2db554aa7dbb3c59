extension IndexDirectory {
  /// Checks everything that the index says, without its corpus.
  ///
  /// Every page's checksum, and what right checksums cannot show: that the values agree with each other, in each segment, between
  /// them, and with the manifest; and of the history, that every step can be read. The words themselves are not taken from the texts again: only a build does that.
  ///
  /// A build may replace the index meanwhile: the segments are opened before any is verified, and stay readable.
  ///
  /// - Throws: what keeps the index from being looked at (`missing`, `foreign`, `version`, `system`); damage is
  ///   in the report.
  /// - Complexity: Linear in the index's size.
  package func verify() throws(SegmentError) -> VerificationReport {
    var report: VerificationReport
    do throws(SegmentError) {
      let (manifest, readers) = try open()
      report = try verify(manifest, readers.map { .success($0) })
    } catch .corrupt {
      report = try verifyWhatOpens()
    }
    let (stepCount, damages) = try history.verify(before: report.manifest?.generation)
    report.historyStepCount = stepCount
    report.damages += damages
    return report
  }

  /// Verifies the segments that can be opened beside others that cannot.
  private func verifyWhatOpens() throws(SegmentError) -> VerificationReport {
    let manifest: Manifest
    do throws(SegmentError) {
      manifest = try self.manifest()
    } catch .corrupt(let damage) {
      return VerificationReport(damages: [damage])
    }
    return try verify(
      manifest,
      manifest.segments.map { segment in
        Result { () throws(SegmentError) in try openSegment(segment) }
      })
  }

  /// Verifies the segments of a manifest, each opened or with the reason why it cannot be; no error is `corrupt`.
  private func verify(
    _ manifest: Manifest, _ segments: [Result<SegmentReader, SegmentError>]
  ) throws(SegmentError) -> VerificationReport {
    var report = VerificationReport(
      manifest: manifest, strayFiles: try strayFiles(besides: manifest.segments))
    var documents = DocumentSequence(manifest)
    for (named, segment) in zip(manifest.segments, segments) {
      do throws(SegmentError) {
        let reader = try segment.get()
        let tally = try SegmentVerifier.verify(reader)
        try documents.append(reader, as: named)
        report.checked.add(reader, tally)
      } catch .corrupt(let damage) {
        report.damages.append(damage)
      }
    }
    if report.isGood, documents.generation != manifest.generation {
      report.damages.append(
        Damage(
          path: manifestPath, offset: 0,
          reason: "the documents make generation \(documents.generation), it says \(manifest.generation)"))
    }
    return report
  }
}

/// The documents of all segments, one behind the other, as the names of segments and of the generation say them.
private struct DocumentSequence {
  private let pipeline: String
  private var generationName: ContentName
  private var lastPath = ""
  private var lastDigest: [UInt8] = []
  /// As bytes: strings are equal that are written with other scalars.
  private var ids: Set<[UInt8]> = []

  init(_ manifest: Manifest) {
    pipeline = manifest.pipeline
    generationName = ContentName(pipeline: manifest.pipeline)
  }

  var generation: String { generationName.hex }

  /// Paths ascend, ids are no other document's, and paths and digests make the segment's name.
  mutating func append(_ reader: SegmentReader, as segment: Manifest.Segment) throws(SegmentError) {
    var name = ContentName(pipeline: pipeline)
    for index in 0..<reader.documentCount {
      let document = try reader.document(at: index)
      let digest = try reader.digest(ofDocumentAt: index)
      let start = index * SegmentFormat.DocumentRecord.byteCount
      // The rows of a table are documents of one path, and of one source.
      let isRow = index > 0 && document.path.utf8.elementsEqual(lastPath.utf8)
      guard isRow || lastPath.utf8.lexicographicallyPrecedes(document.path.utf8) else {
        throw reader.corrupt(
          .documents, at: start,
          "the path '\(document.path)' comes behind '\(lastPath)', expected in order of bytes")
      }
      guard ids.insert(Array(document.id.utf8)).inserted else {
        throw reader.corrupt(.documents, at: start, "another document has the id '\(document.id)' too")
      }
      if isRow {
        guard digest == lastDigest else {
          throw reader.corrupt(
            .digests, at: index * SHA256.byteCount,
            "two rows of '\(document.path)' have different hashes of it")
        }
        continue
      }
      name.add(path: document.path, digest: digest)
      generationName.add(path: document.path, digest: digest)
      lastPath = document.path
      lastDigest = digest
    }
    guard name.hex == segment.name else {
      throw reader.corrupt(
        .digests, at: 0,
        "paths and hashes of the documents make the name \(name.hex), found under \(segment.name)")
    }
  }
}

extension VerificationReport.Counts {
  fileprivate mutating func add(_ reader: SegmentReader, _ tally: SegmentVerifier.Tally) {
    segmentCount += 1
    byteCount += reader.byteCount
    pageCount += tally.pageCount
    documentCount += reader.documentCount
    unitCount += reader.unitCount
    wordCount += reader.wordCount
    termCount += reader.termCount
    stemCount += reader.stemCount
    postingCount += tally.postingCount
    positionCount += tally.positionCount
  }
}
