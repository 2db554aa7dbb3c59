extension IndexDirectory {
  /// Checks everything that the index says, without its corpus.
  ///
  /// Every page's checksum, and what right checksums cannot show: that the values agree with each other, in each segment, between
  /// them, and with the manifest. The words themselves are not taken from the texts again: only a build does that.
  ///
  /// If a build replaces the index meanwhile, the new one is verified.
  ///
  /// - Throws: what keeps the index from being looked at (`missing`, `foreign`, `version`, `system`); damage is
  ///   in the report.
  /// - Complexity: Linear in the index's size.
  package func verify() throws(SegmentError) -> VerificationReport {
    while true {
      let manifest: Manifest
      do throws(SegmentError) {
        manifest = try self.manifest()
      } catch .corrupt(let damage) {
        return VerificationReport(damages: [damage])
      }
      let report = try verify(manifest)
      if report.isGood { return report }
      guard let present = try? self.manifest(), present != manifest else { return report }
    }
  }

  private func verify(_ manifest: Manifest) throws(SegmentError) -> VerificationReport {
    var report = VerificationReport(
      manifest: manifest, strayFiles: try strayFiles(besides: manifest.segments))
    var documents = DocumentSequence(manifest)
    for segment in manifest.segments {
      do throws(SegmentError) {
        let reader = try openSegment(segment)
        let tally = try SegmentVerifier.verify(reader)
        try documents.append(reader, as: segment)
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
      guard lastPath.utf8.lexicographicallyPrecedes(document.path.utf8) else {
        throw reader.corrupt(
          .documents, at: start,
          "the path '\(document.path)' comes behind '\(lastPath)', expected in order of bytes")
      }
      guard ids.insert(Array(document.id.utf8)).inserted else {
        throw reader.corrupt(.documents, at: start, "another document has the id '\(document.id)' too")
      }
      name.add(path: document.path, digest: digest)
      generationName.add(path: document.path, digest: digest)
      lastPath = document.path
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
