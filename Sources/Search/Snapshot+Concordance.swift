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
    /// In order.
    package var occurrences: [Occurrence]
    package var endLine: Int
  }
}

/// Where what was asked for stands once: a word, a phrase, or all that is near each other, from its first word to its last.
///
/// No two have the same words, but two may overlap: of `veto NEAR council` the council between two vetoes is in two.
package struct Occurrence: Sendable, Equatable {
  /// Half-open range in Unicode scalars of the paragraph's text.
  package var range: Range<Int>
  /// What of that matched, ascending and apart: all of it, but for what has something else between its words.
  package var highlights: [Range<Int>]
  /// Where it starts in the source file.
  package var position: SourcePosition
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
    let text = try unitText(units, from: paragraphs.lowerBound, statements, document, segment)
    let found = Dictionary(grouping: highlighter?.occurrences(in: text) ?? [], by: \.paragraph)
    return ConcordedUnit(
      id: try id(of: index, document, documentIndex, segment), document: DocumentSummary(document),
      path: document.path,
      passages: found.sorted { $0.key < $1.key }.map { paragraph, occurrences in
        let unit = units[paragraph]
        return ConcordedUnit.Passage(
          text: String(decoding: unit.text, as: UTF8.self),
          occurrences: Self.occurrences(occurrences, in: unit, ScalarOffsets(unit.text)),
          endLine: unit.endLine)
      })
  }
}

extension HitShower {
  /// What was found in one paragraph, in order, each range once.
  static func occurrences(
    _ found: [Highlighter.Occurrence], in unit: StoredUnit, _ scalars: ScalarOffsets
  ) -> [Occurrence] {
    var wholes: [(range: Range<Int>, highlights: [Range<Int>])] = []
    for occurrence in found.sorted(by: { $0.range.comesBefore($1.range) }) {
      if wholes.last?.range == occurrence.range {
        wholes[wholes.count - 1].highlights += occurrence.ranges
      } else {
        wholes.append((occurrence.range, occurrence.ranges))
      }
    }
    return wholes.map { whole in
      Occurrence(
        range: scalars[whole.range], highlights: Highlighter.merged(whole.highlights).map { scalars[$0] },
        position: position(of: whole.range.lowerBound, in: unit))
    }
  }
}
