internal import Segment

/// Finds in what documents two generations of an index differ.
///
/// Segments that both have are not looked at, nor documents whose sources have the same hash, unless another pipeline may have read them
/// otherwise. Of the others texts are compared, one document at a time; only of those documents that stand under no path of the other
/// generation the ids are kept until all have been seen.
struct GenerationComparison {
  /// A document of one of the two.
  private struct Place {
    var segment: SegmentReader
    var index: Int
  }

  private let isSamePipeline: Bool
  private let report: (DocumentChange) throws(SegmentError) -> Void
  /// Documents whose ids may stand under another path of the other generation.
  private var oldOnly: [[UInt8]: Place] = [:]
  private var newOnly: [[UInt8]: Place] = [:]

  /// - Parameter report: Is given every document that differs.
  /// - Complexity: Linear in the documents of segments that only one of the two has, and in the texts of those that changed.
  static func compare(
    _ old: (manifest: Manifest, segments: [SegmentReader]),
    _ new: (manifest: Manifest, segments: [SegmentReader]),
    _ report: (DocumentChange) throws(SegmentError) -> Void
  ) throws(SegmentError) {
    try withoutActuallyEscaping(report) { report throws(SegmentError) in
      var comparison = GenerationComparison(
        isSamePipeline: old.manifest.pipeline == new.manifest.pipeline, report: report)
      let oldNames = Set(old.manifest.segments.map(\.name))
      let newNames = Set(new.manifest.segments.map(\.name))
      func segments(_ generation: (manifest: Manifest, segments: [SegmentReader]), but names: Set<String>)
        -> [SegmentReader]
      {
        zip(generation.manifest.segments, generation.segments).filter { !names.contains($0.0.name) }.map(\.1)
      }
      try comparison.compare(segments(old, but: newNames), segments(new, but: oldNames))
    }
  }

  private init(isSamePipeline: Bool, report: @escaping (DocumentChange) throws(SegmentError) -> Void) {
    self.isSamePipeline = isSamePipeline
    self.report = report
  }

  /// Walks through both lists, which stand in the order of their paths' bytes.
  private mutating func compare(_ old: [SegmentReader], _ new: [SegmentReader]) throws(SegmentError) {
    var oldSources = SourceWalk(old)
    var newSources = SourceWalk(new)
    var before = try oldSources.next()
    var after = try newSources.next()
    while before != nil || after != nil {
      let order = Self.order(before?.path, after?.path)
      if order <= 0, let source = before { try add(source, to: \.oldOnly) }
      if order >= 0, let source = after { try add(source, to: \.newOnly) }
      if order == 0, let before, let after { try compareSame(before, after) }
      if order <= 0 { before = try oldSources.next() }
      if order >= 0 { after = try newSources.next() }
    }
    try reportRest()
  }

  /// Less than 0 if the first comes before the second; nil comes last.
  private static func order(_ one: [UInt8]?, _ other: [UInt8]?) -> Int {
    guard let one else { return other == nil ? 0 : 1 }
    guard let other else { return -1 }
    if one == other { return 0 }
    return one.lexicographicallyPrecedes(other) ? -1 : 1
  }

  private mutating func add(
    _ source: SourceWalk.Source, to list: WritableKeyPath<Self, [[UInt8]: Place]>
  ) throws(SegmentError) {
    for index in source.documents {
      let id = Array(try source.segment.documentID(at: index).utf8)
      self[keyPath: list][id] = Place(segment: source.segment, index: index)
    }
  }

  /// Compares the documents of one source, which have been added to both lists, and takes from these those that are in both.
  private mutating func compareSame(
    _ old: SourceWalk.Source, _ new: SourceWalk.Source
  ) throws(SegmentError) {
    let isRead = isSamePipeline && old.digest == new.digest
    for index in new.documents {
      let id = Array(try new.segment.documentID(at: index).utf8)
      // Only what this source had: an id may have been another source's.
      guard let before = oldOnly[id], before.segment === old.segment, old.documents.contains(before.index)
      else {
        continue
      }
      if !isRead { try compare(before, Place(segment: new.segment, index: index)) }
      oldOnly[id] = nil
      newOnly[id] = nil
    }
  }

  /// Reports what stands under no common path: moved documents with the same id, and those of one generation alone.
  private func reportRest() throws(SegmentError) {
    for id in Set(oldOnly.keys).union(newOnly.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try compare(oldOnly[id], newOnly[id])
    }
  }

  /// Reports how a document differs, if it does.
  private func compare(_ old: Place?, _ new: Place?) throws(SegmentError) {
    let before = try old.map { (place) throws(SegmentError) in try place.segment.document(at: place.index) }
    let after = try new.map { (place) throws(SegmentError) in try place.segment.document(at: place.index) }
    var (units, newUnits) = (before?.units ?? 0..<0, after?.units ?? 0..<0)
    if let old, let new {
      // What is the same at both ends need not be hashed.
      while let unit = units.first, let newUnit = newUnits.first,
        try old.segment.text(ofUnitAt: unit) == new.segment.text(ofUnitAt: newUnit)
      {
        units.removeFirst()
        newUnits.removeFirst()
      }
      while let unit = units.last, let newUnit = newUnits.last,
        try old.segment.text(ofUnitAt: unit) == new.segment.text(ofUnitAt: newUnit)
      {
        units.removeLast()
        newUnits.removeLast()
      }
    }
    var differences: [UInt64: Int] = [:]
    for (place, units, sign) in [(old, units, -1), (new, newUnits, 1)] {
      for unit in units {
        guard let place else { break }
        differences[DocumentChange.hash(ofText: try place.segment.text(ofUnitAt: unit)), default: 0] += sign
      }
    }
    let change = DocumentChange(
      id: (after ?? before)?.id ?? "", factsBefore: before.map(DocumentChange.hash(ofFacts:)),
      factsAfter: after.map(DocumentChange.hash(ofFacts:)),
      paragraphs: differences.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { DocumentChange.Paragraph(hash: $0.key, difference: $0.value) })
    if change.factsBefore == change.factsAfter, change.paragraphs.isEmpty { return }
    try report(change)
  }
}

/// The sources of segments, in order, each with its documents: those of a table are its rows.
private struct SourceWalk {
  struct Source {
    var segment: SegmentReader
    /// By its bytes: strings are equal that are written with other scalars.
    var path: [UInt8]
    var digest: [UInt8]
    var documents: Range<Int>
  }

  private let segments: [SegmentReader]
  private var segment = 0
  private var document = 0

  init(_ segments: [SegmentReader]) { self.segments = segments }

  mutating func next() throws(SegmentError) -> Source? {
    while segment < segments.count, document == segments[segment].documentCount {
      segment += 1
      document = 0
    }
    guard segment < segments.count else { return nil }
    let reader = segments[segment]
    let first = document
    let path = Array(try reader.document(at: first).path.utf8)
    document += 1
    while document < reader.documentCount {
      guard try reader.document(at: document).path.utf8.elementsEqual(path) else { break }
      document += 1
    }
    return Source(
      segment: reader, path: path, digest: try reader.digest(ofDocumentAt: first), documents: first..<document
    )
  }
}
