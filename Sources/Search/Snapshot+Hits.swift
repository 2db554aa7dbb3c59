internal import Query
internal import Segment
internal import Text

extension Snapshot {
  /// What is shown of each unit; nothing is highlighted without a query.
  func hits(
    _ entries: some Sequence<TopHits.Entry>, for query: Query?, _ options: SearchOptions
  ) throws(SearchError) -> [Hit] {
    var highlighter = query.map { Highlighter($0) }
    var hits: [Hit] = []
    for entry in entries {
      try options.checkDeadline()
      hits.append(
        try SearchError.reading { () throws(SegmentError) in
          try hit(entry, in: segments[entry.segment].reader, &highlighter)
        })
    }
    return hits
  }

  private func hit(
    _ entry: TopHits.Entry, in reader: SegmentReader, _ highlighter: inout Highlighter?
  ) throws(SegmentError) -> Hit {
    let unit = try reader.unit(at: Int(entry.unit))
    let document = try reader.document(at: unit.document)
    let occurrences = highlighter?.occurrences(in: unit.text, days: document.days) ?? []
    let positions = occurrences.map { Self.position(of: $0.lowerBound, in: unit) }
    let start = positions.first ?? Self.position(of: 0, in: unit)
    return Hit(
      id: "\(document.id)#p\(Int(entry.unit) - document.units.lowerBound + 1)",
      score: Double(entry.score) / Double(BM25.one), document: DocumentSummary(document),
      section: try reader.headings(at: unit.heading), kind: Self.name(ofKind: unit.kind),
      text: String(decoding: unit.text, as: UTF8.self),
      highlights: Self.scalarRanges(occurrences, in: unit.text), positions: positions,
      source: SourceLocation(
        path: document.path, line: start.line, column: start.column, endLine: unit.endLine))
  }

  private static func name(ofKind kind: UInt8) -> String {
    switch kind {
    case 0: "prose"
    case 1: "bullet"
    case 2: "heading"
    case 3: "names"
    default: "unknown"
    }
  }

  /// UTF-8 ranges, ascending and apart, as ranges of Unicode scalars.
  static func scalarRanges(_ ranges: [Range<Int>], in text: [UInt8]) -> [Range<Int>] {
    var scalars = 0
    var offset = 0
    func scalarOffset(_ target: Int) -> Int {
      // A scalar begins at every byte that is no continuation byte.
      while offset < target {
        if text[offset] & 0xC0 != 0x80 { scalars += 1 }
        offset += 1
      }
      return scalars
    }
    return ranges.map { range in
      let start = scalarOffset(range.lowerBound)
      return start..<scalarOffset(range.upperBound)
    }
  }

  /// Where the byte at `offset` of a unit's text stands in its source.
  private static func position(of offset: Int, in unit: StoredUnit) -> SourcePosition {
    let piece = unit.pieces.last { $0.textOffset <= offset } ?? StoredPiece(textOffset: 0, line: 1, column: 1)
    return SourcePosition(line: piece.line, column: piece.column + offset - piece.textOffset)
  }
}

extension DocumentSummary {
  init(_ document: StoredDocument) {
    self.init(
      id: document.id, title: document.title,
      date: document.days.map { DateInterval(first: $0.lowerBound, last: $0.upperBound) },
      kind: document.kind,
      publisher: document.publisher, language: document.language, symbol: document.symbol)
  }
}
