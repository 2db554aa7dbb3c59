internal import Postings
internal import Query
internal import Segment

/// How many units match each of the things that must all hold, and all but it.
///
/// Each is looked for once in units of one kind, whatever number of combinations is counted: what matches it is kept as bits. A word that is
/// asked of a statement, beside who speaks, is looked for in statements and in all units, as it is asked by itself.
struct ConjunctCounts {
  private struct Found {
    /// Units that match by themselves; nil of what says who speaks, or how.
    var units: MatchBits?
    /// Statements that match, units of ``UnitSpace/ofStatements``; nil of what is not asked of a statement.
    var parts: MatchBits?

    var saysOfStatement: Bool { units == nil }

    func isLike(_ other: Found) -> Bool {
      (units == nil) == (other.units == nil) && (parts == nil) == (other.parts == nil)
    }

    mutating func formIntersection(_ other: Found) {
      units = units.map { $0.intersection(with: other.units) }
      parts = parts.map { $0.intersection(with: other.parts) }
    }
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
      if let index = found[told...].firstIndex(where: { $0.isLike(next) }) {
        found[index].formIntersection(next)
      } else {
        found.append(next)
      }
    }
  }

  /// How many units match a conjunct by itself.
  func total(of index: Int) throws(SearchError) -> Int {
    try count([found[index]]) ?? 0
  }

  /// How many units match all but a conjunct; nil if there are no others.
  func total(without index: Int) throws(SearchError) -> Int? {
    var others = found
    others.remove(at: index)
    return try count(others)
  }

  /// How many units match all of these; nil if there are none.
  private func count(_ found: [Found]) throws(SearchError) -> Int? {
    let isOfStatement = found.contains(where: \.saysOfStatement)
    var units: MatchBits?
    var parts: MatchBits?
    for one in found {
      if isOfStatement, let asked = one.parts {
        parts = asked.intersection(with: parts)
      } else if let asked = one.units {
        units = asked.intersection(with: units)
      }
    }
    // It is one statement in which all that is asked of statements must hold.
    if let parts { units = try self.units(around: parts).intersection(with: units) }
    return units?.count
  }

  private func find(_ conjunct: Conjunct) throws(SearchError) -> Found {
    // In units of statements what is asked of one is asked as everything else is.
    guard conjunct.isOfStatement, space != space.ofStatements else {
      return Found(units: try find(conjunct.part, in: space))
    }
    return Found(
      units: conjunct.saysOfStatement ? nil : try find(conjunct.part, in: space),
      parts: try find(conjunct.part, in: space.ofStatements))
  }

  private func find(_ part: Query, in space: UnitSpace) throws(SearchError) -> MatchBits {
    var bits = MatchBits(of: space, in: snapshot.segments)
    try snapshot.forEachWindow(of: part, in: space, measure: .matches, options) { segment, window in
      bits.insert(matchesOf: window, inSegment: segment)
    }
    return bits
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
