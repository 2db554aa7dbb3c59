internal import Segment

extension Snapshot {
  /// Where a document stands in this generation.
  struct DocumentPlace {
    var segment: Int
    /// In the segment.
    var index: Int
  }

  /// The places of these documents; none for what is not in this generation.
  ///
  /// - Complexity: O(*d*) for *d* documents of the index.
  func places(
    ofDocuments wanted: Set<String>, _ options: SearchOptions
  ) throws(SearchError) -> [String: DocumentPlace] {
    var places: [String: DocumentPlace] = [:]
    for (segment, open) in segments.enumerated() {
      try options.checkDeadline()
      for index in 0..<open.reader.documentCount where places.count < wanted.count {
        let id = try SearchError.reading { () throws(SegmentError) in try open.reader.documentID(at: index) }
        if wanted.contains(id) { places[id] = DocumentPlace(segment: segment, index: index) }
      }
    }
    return places
  }

  /// The SHA-256 of the sources of these documents as they were indexed; none for what is not in this generation.
  ///
  /// - Complexity: O(*d*) for *d* documents of the index.
  package func sourceDigests(
    ofDocuments ids: Set<String>, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [String: [UInt8]] {
    var digests: [String: [UInt8]] = [:]
    for (id, place) in try places(ofDocuments: ids, options) {
      digests[id] = try SearchError.reading { () throws(SegmentError) in
        try segments[place.segment].reader.digest(ofDocumentAt: place.index)
      }
    }
    return digests
  }
}
