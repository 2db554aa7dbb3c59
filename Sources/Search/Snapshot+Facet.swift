internal import Postings
package import Query
internal import Segment

extension Snapshot {
  /// How many units match for each value of a field.
  ///
  /// A unit counts once for each speaker of the statements that stand in it, each counted under the state, organisation or office
  /// for whom it is said, else the person. At the level of statements that is who said what matches; a paragraph or document
  /// counts for all who speak in it.
  ///
  /// - Parameter query: nil for all units.
  /// - Complexity: Linear in the units that match and the statements in them.
  package func facet(
    _ field: FacetField, _ query: Query?, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> FacetResult {
    var tally = FacetTally()
    var document = DocumentWalk()
    let space = UnitSpace(options.level)
    try forEachWindow(of: query, in: space, measure: .matches, options) {
      segment, window throws(SearchError) in
      try window.forEachMatch { unit, _ throws(SearchError) in
        try SearchError.reading { () throws(SegmentError) in
          switch field {
          case .speaker, .mode:
            let statements = try space.statements(in: Int(unit), of: segments[segment])
            try tally.add(field, statements, of: segments[segment].reader)
          case .document, .kind, .publisher, .language:
            _ = try document.advance(to: unit, in: space, of: segments[segment], segment)
            tally.add(field, try segments[segment].reader.document(at: document.index))
          }
        }
      }
    }
    return tally.result
  }
}

/// Counts units by what they are filed under.
private struct FacetTally {
  /// What a row stands for: an id, or a value without one. As bytes, since strings are equal that are written with other scalars.
  private struct Key: Hashable {
    private let id: [UInt8]?
    private let value: [UInt8]?

    init(id: String? = nil, value: String? = nil) {
      self.id = id.map { Array($0.utf8) }
      self.value = value.map { Array($0.utf8) }
    }
  }

  /// What a unit counts for under one key.
  private typealias Entry = (id: String?, value: String?, modes: Set<StatementMode>)

  private var rows: [Key: FacetRow] = [:]
  private var total = 0

  /// Adds a unit by the statements in it.
  mutating func add(
    _ field: FacetField, _ statements: Range<Int>, of reader: SegmentReader
  ) throws(SegmentError) {
    var found: [Key: Entry] = [:]
    for statement in statements {
      guard let mode = StatementMode.numbered(try reader.statement(at: statement).mode) else { continue }
      if field == .mode {
        found[Key(value: mode.rawValue), default: (nil, mode.rawValue, [])].modes.insert(mode)
        continue
      }
      let voices = try reader.details(ofStatement: statement).voices
      if voices.isEmpty { found[Key(), default: (nil, nil, [])].modes.insert(mode) }
      for voice in voices {
        let speaker = try voice.speaker.map { (number) throws(SegmentError) in try reader.speaker(at: number)
        }
        let key = speaker.map { Key(id: $0.id) } ?? Key(value: voice.name)
        found[key, default: (speaker?.id, speaker?.name ?? voice.name, [])].modes.insert(mode)
      }
    }
    if found.isEmpty { found[Key()] = (nil, nil, []) }
    count(found)
  }

  /// Adds a unit by its document.
  mutating func add(_ field: FacetField, _ document: StoredDocument) {
    let value: String? =
      switch field {
      case .document: document.title
      case .kind: document.kind
      case .publisher: document.publisher
      case .language: document.language
      case .speaker, .mode: nil
      }
    let id = field == .document ? document.id : nil
    count([id.map { Key(id: $0) } ?? Key(value: value): (id, value, [])])
  }

  private mutating func count(_ found: [Key: Entry]) {
    total += 1
    for (key, entry) in found {
      var row = rows[key] ?? FacetRow(value: entry.value, id: entry.id, hits: 0, modes: [:])
      row.hits += 1
      for mode in entry.modes { row.modes[mode, default: 0] += 1 }
      rows[key] = row
    }
  }

  var result: FacetResult {
    let sorted = rows.values.sorted { one, other in
      if (one.value == nil) != (other.value == nil) { return other.value == nil }
      if one.hits != other.hits { return one.hits > other.hits }
      let (name, next) = (one.value ?? "", other.value ?? "")
      if name != next { return name.utf8.lexicographicallyPrecedes(next.utf8) }
      return (one.id ?? "").utf8.lexicographicallyPrecedes((other.id ?? "").utf8)
    }
    return FacetResult(rows: sorted, total: total, memberships: sorted.reduce(0) { $0 + $1.hits })
  }
}
