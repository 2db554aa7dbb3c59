internal import Postings
package import Query
internal import Segment

/// The units that match, each with every occurrence of what was asked for.
package struct Concordance: Sendable, Equatable {
  /// All units that match, exactly.
  package var total: Int
  package var units: [ConcordedUnit]
}

/// A unit that matches, whole.
package struct ConcordedUnit: Sendable, Equatable {
  package var id: String
  package var document: DocumentSummary
  /// Of its source, relative to the corpus root.
  package var path: String
  /// Its paragraphs with occurrences, in order.
  package var passages: [Passage]

  /// A paragraph with what matched in it.
  package struct Passage: Sendable, Equatable {
    package var text: String
    /// Half-open ranges in Unicode scalars of `text`, in order; they may overlap.
    package var occurrences: [Range<Int>]
    /// Where each of them starts in the source file.
    package var positions: [SourcePosition]
    package var endLine: Int
  }
}

extension Snapshot {
  /// The first units for `query` in the order that `options` name, with all that ``search(_:_:)`` would highlight in them,
  /// in whichever of their paragraphs it stands.
  ///
  /// A query that asks only for what must not be there has no occurrences, and gives no unit.
  package func concordance(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> Concordance {
    var hasLeaf = false
    query.forEachPositiveLeaf { _ in hasLeaf = true }
    guard hasLeaf else { return Concordance(total: try count(query, options).total, units: []) }
    let (total, entries, _) = try first(query, options)
    var shower = try HitShower(query, in: self, options)
    var units: [ConcordedUnit] = []
    for entry in entries {
      try options.checkDeadline()
      units.append(
        try SearchError.reading { () throws(SegmentError) in
          try shower.concorded(entry, in: segments[entry.segment])
        })
    }
    return Concordance(total: total, units: units)
  }
}

extension HitShower {
  fileprivate mutating func concorded(
    _ entry: TopHits.Entry, in segment: OpenSegment
  ) throws(SegmentError) -> ConcordedUnit {
    let reader = segment.reader
    let index = Int(entry.unit)
    let (paragraphs, statements) = try extent(of: index, in: segment)
    var units: [StoredUnit] = []
    for paragraph in paragraphs { units.append(try reader.unit(at: paragraph)) }
    // A document may have no paragraph at all.
    let documentIndex = level == .document ? index : units[0].document
    let document = try reader.document(at: documentIndex)
    let text = try unitText(units, from: paragraphs.lowerBound, statements, document, reader)
    var ranges = [Set<Range<Int>>](repeating: [], count: units.count)
    for occurrence in highlighter?.occurrences(in: text) ?? [] {
      ranges[occurrence.paragraph].formUnion(occurrence.ranges)
    }
    return ConcordedUnit(
      id: try id(of: index, document, documentIndex, segment), document: DocumentSummary(document),
      path: document.path,
      passages: zip(units, ranges).compactMap { unit, ranges in
        ranges.isEmpty ? nil : ConcordedUnit.Passage(unit, ranges)
      })
  }
}

extension ConcordedUnit.Passage {
  fileprivate init(_ unit: StoredUnit, _ ranges: Set<Range<Int>>) {
    let ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    text = String(decoding: unit.text, as: UTF8.self)
    let offsets = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
    let scalars = HitShower.scalarRanges(offsets.map { $0..<$0 }, in: unit.text).map(\.lowerBound)
    let scalarOf = Dictionary(zip(offsets, scalars)) { first, _ in first }
    occurrences = ranges.map { (scalarOf[$0.lowerBound] ?? 0)..<(scalarOf[$0.upperBound] ?? 0) }
    positions = ranges.map { HitShower.position(of: $0.lowerBound, in: unit) }
    endLine = unit.endLine
  }
}
