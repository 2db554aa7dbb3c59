internal import Postings
internal import Query
internal import Segment

/// How many units match each of the things that must all hold, and all but it.
///
/// Each is looked for once, whatever number of combinations is counted: what matches it is kept as bits.
struct ConjunctCounts {
  private struct Found {
    var bits: MatchBits
    /// Whether these are units of ``UnitSpace/ofStatements``.
    var isOfParts: Bool
  }

  private let snapshot: Snapshot
  private let options: SearchOptions
  private let space: UnitSpace
  /// Of each conjunct that is told, and at the end what all others have in common.
  private var found: [Found] = []

  init(of conjuncts: [Conjunct], in snapshot: Snapshot, _ options: SearchOptions) throws(SearchError) {
    self.snapshot = snapshot
    self.options = options
    space = UnitSpace(options.level)
    for conjunct in conjuncts.prefix(Diagnosis.clauseLimit) { found.append(try find(conjunct)) }
    let told = found.count
    for conjunct in conjuncts.dropFirst(told) {
      let next = try find(conjunct)
      if let index = found[told...].firstIndex(where: { $0.isOfParts == next.isOfParts }) {
        found[index].bits.formIntersection(next.bits)
      } else {
        found.append(next)
      }
    }
  }

  /// How many units match a conjunct by itself.
  func total(of index: Int) throws(SearchError) -> Int {
    found[index].isOfParts ? try units(around: found[index].bits).count : found[index].bits.count
  }

  /// How many units match all but a conjunct; nil if there are no others.
  func total(without index: Int) throws(SearchError) -> Int? {
    var units: MatchBits?
    var parts: MatchBits?
    for (other, found) in found.enumerated() where other != index {
      if found.isOfParts {
        parts = found.bits.intersection(with: parts)
      } else {
        units = found.bits.intersection(with: units)
      }
    }
    // It is one statement in which all that is asked of statements must hold.
    if let parts { units = try self.units(around: parts).intersection(with: units) }
    return units?.count
  }

  private func find(_ conjunct: Conjunct) throws(SearchError) -> Found {
    // In units of statements what is asked of one is asked as everything else is.
    let isOfParts = conjunct.isOfStatement && space != space.ofStatements
    let partSpace = isOfParts ? space.ofStatements : space
    var bits = MatchBits(of: partSpace, in: snapshot.segments)
    try snapshot.forEachWindow(of: conjunct.part, in: partSpace, measure: .matches, options) {
      segment, window in bits.insert(matchesOf: window, inSegment: segment)
    }
    return Found(bits: bits, isOfParts: isOfParts)
  }

  /// The units around parts of them.
  private func units(around parts: MatchBits) throws(SearchError) -> MatchBits {
    var units = MatchBits(of: space, in: snapshot.segments)
    for (index, segment) in snapshot.segments.enumerated() {
      let unitCount = space.unitCount(in: segment.reader)
      var partCount = 0
      try parts.forEach(inSegment: index) { part throws(SearchError) in
        if partCount.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
        partCount += 1
        let unit = try SearchError.reading { () throws(SegmentError) in
          let unit = try space.unit(ofPart: part, in: segment.reader)
          guard unit < unitCount else { throw segment.reader.rangeDisorder(at: part) }
          return unit
        }
        units.insert(unit, inSegment: index)
      }
    }
    return units
  }
}
