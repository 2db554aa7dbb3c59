internal import Postings
internal import Query
internal import Segment
internal import Text

extension Snapshot {
  /// What is shown of each unit; nothing is highlighted without a query.
  func hits(
    _ entries: some Sequence<TopHits.Entry>, for query: Query?, _ options: SearchOptions
  ) throws(SearchError) -> [Hit] {
    var shower = try HitShower(query, in: self, options)
    var hits: [Hit] = []
    for entry in entries {
      try options.checkDeadline()
      hits.append(
        try SearchError.reading { () throws(SegmentError) in
          try shower.hit(entry, in: segments[entry.segment])
        })
    }
    return hits
  }
}

extension Snapshot {
  /// Finds what satisfies a query in the texts of this snapshot.
  ///
  /// - Parameter keys: What to look for of the speakers that the query names.
  fileprivate func highlighter(
    for query: Query, _ keys: [SpeakerName: [UInt8]], _ options: SearchOptions
  ) throws(SearchError) -> Highlighter {
    var meant: Set<SpeakerName> = []
    query.forEachNode { node in
      if case .about(let name) = node { meant.insert(name) }
    }
    var names: [SpeakerName: [[[UInt8]]]] = [:]
    for name in meant {
      guard let key = keys[name] else { continue }
      var found: [SpeakerNames] = []
      for segment in segments { found.append(try SpeakerNames(key, in: segment, options)) }
      names[name] = SpeakerNames.all(found, of: name)
    }
    var expansions: [TermPattern: [[UInt8]]] = [:]
    let shares = try ExpansionShares(of: query, in: segments, groups, options)
    for pattern in query.patterns.map(\.pattern) {
      let limit = shares.limit(of: pattern)
      expansions[pattern] = try groups.expansion(of: pattern, in: segments, limit: limit, options).terms
    }
    return Highlighter(query, names: names, expansions: expansions)
  }
}

/// Turns the units that were found into what is shown of them.
struct HitShower {
  let level: Level
  var highlighter: Highlighter?
  private var statementRanges = StatementRanges()
  /// Of each of the query's positive leaves, as ranked among paragraphs.
  private let weights: [BM25]
  /// Of the names of speakers in the query who goes by them, in each segment.
  private let speakers: [SpeakerName: [Set<Int>]]

  init(_ query: Query?, in snapshot: Snapshot, _ options: SearchOptions) throws(SearchError) {
    level = options.level
    var names: Set<SpeakerName> = []
    query?.forEachSpeaker { names.insert($0) }
    var keys: [SpeakerName: [UInt8]] = [:]
    var speakers: [SpeakerName: [Set<Int>]] = [:]
    for name in names {
      let key = try name.key(in: snapshot.segments, options)
      keys[name] = key
      for segment in snapshot.segments {
        speakers[name, default: []].append(try segment.statementLists(options).speakers(named: key))
      }
    }
    self.speakers = speakers
    if let query { highlighter = try snapshot.highlighter(for: query, keys, options) }
    guard let query, level != .paragraph else {
      weights = []
      return
    }
    weights = try QueryPlan.leafWeights(
      of: query, over: snapshot.segments, statistics: snapshot.statistics, options,
      groups: snapshot.groups)
  }

  mutating func hit(_ entry: TopHits.Entry, in segment: OpenSegment) throws(SegmentError) -> Hit {
    let reader = segment.reader
    let index = Int(entry.unit)
    let (paragraphs, statements) = try extent(of: index, in: segment)
    var units: [StoredUnit] = []
    for paragraph in paragraphs { units.append(try reader.unit(at: paragraph)) }
    // A document may have no paragraph at all.
    let documentIndex = level == .document ? index : units[0].document
    let document = try reader.document(at: documentIndex)

    let text = try unitText(units, from: paragraphs.lowerBound, statements, document, segment)
    let occurrences = highlighter?.occurrences(in: text) ?? []
    let best = try bestParagraph(occurrences, from: paragraphs.lowerBound, in: reader)
    let shown = occurrences.filter { $0.paragraph == best }
    let ranges = Highlighter.merged(shown.flatMap(\.ranges))
    let unit = units.isEmpty ? StoredUnit(heading: 0, kind: 0, text: [], pieces: [], endLine: 1) : units[best]
    let positions = ranges.map { Self.position(of: $0.lowerBound, in: unit) }
    let own = statementRanges(in: text, of: best)
    let start = positions.first ?? Self.position(of: own?.first?.lowerBound ?? 0, in: unit)
    let said = level == .statement ? index..<index + 1 : statements
    let scalars = ScalarOffsets(unit.text)
    return Hit(
      id: try id(of: index, document, documentIndex, segment), level: level,
      score: Double(entry.score) / Double(BM25.one), document: DocumentSummary(document),
      section: units.isEmpty ? [] : try reader.headings(at: unit.heading), kind: Self.name(ofKind: unit.kind),
      text: String(decoding: unit.text, as: UTF8.self), statement: own?.map { scalars[$0] },
      paragraph: units.isEmpty ? nil : paragraphs.lowerBound + best - document.units.lowerBound + 1,
      highlights: ranges.map { scalars[$0] }, positions: positions,
      occurrences: Self.occurrences(shown, in: unit, scalars),
      source: SourceLocation(
        path: document.path, line: start.line, column: start.column, endLine: unit.endLine),
      speakers: try speakers(ofStatements: said, in: reader),
      mode: said.isEmpty ? nil : StatementMode.numbered(try reader.statement(at: said.lowerBound).mode),
      attribution: level == .statement ? try attribution(ofStatement: index, in: reader) : nil)
  }

  /// What of its paragraphs is a statement's, by their numbers in the segment, in Unicode scalars.
  mutating func ownText(
    ofStatement index: Int, in segment: OpenSegment
  ) throws(SegmentError) -> [Int: [Range<Int>]] {
    let reader = segment.reader
    var spans: [Int: [Range<UInt32>]] = [:]
    for range in try reader.statement(at: index).ranges {
      let tokens = try reader.tokenRange(at: range)
      spans[tokens.unit, default: []].append(tokens.positions)
    }
    var own: [Int: [Range<Int>]] = [:]
    for (unit, spans) in spans {
      let text = try reader.text(ofUnitAt: unit)
      let scalars = ScalarOffsets(text)
      own[unit] = (statementRanges.ranges(of: spans, in: text) ?? [0..<text.count]).map { scalars[$0] }
    }
    return own
  }

  /// What of a paragraph is the statement's that is shown, as ranges of bytes; nil where that is all, or none is shown.
  private mutating func statementRanges(in text: UnitText, of paragraph: Int) -> [Range<Int>]? {
    guard level == .statement, let spans = text.spans else { return nil }
    return statementRanges.ranges(
      of: spans.filter { $0.paragraph == paragraph }.map(\.positions), in: text.paragraphs[paragraph].text)
  }

  /// The paragraphs of a unit, and the statements that stand in them.
  func extent(
    of index: Int, in segment: OpenSegment
  ) throws(SegmentError) -> (paragraphs: Range<Int>, statements: Range<Int>) {
    let reader = segment.reader
    let statements = try UnitSpace(level).statements(in: index, of: segment)
    switch level {
    case .paragraph: return (index..<index + 1, statements)
    case .statement:
      let ranges = try reader.statement(at: index).ranges
      let first = try reader.tokenRange(at: ranges.lowerBound).unit
      let last = try reader.tokenRange(at: ranges.upperBound - 1).unit
      guard first <= last else { throw reader.rangeDisorder(at: ranges.lowerBound) }
      return (first..<last + 1, statements)
    case .document: return (try reader.documentRecord(at: index).units, statements)
    }
  }

  func unitText(
    _ units: [StoredUnit], from firstUnit: Int, _ statements: Range<Int>, _ document: StoredDocument,
    _ segment: OpenSegment
  ) throws(SegmentError) -> UnitText {
    let reader = segment.reader
    var paragraphs: [UnitText.Paragraph] = []
    for unit in units {
      paragraphs.append(
        UnitText.Paragraph(
          text: unit.text, sentences: SentenceStarts(positions: unit.sentenceStarts),
          headings: try reader.headings(at: unit.heading)))
    }
    var text = UnitText(
      paragraphs: paragraphs, spans: nil, statements: [], days: document.days,
      speakers: speakers.mapValues { $0[segment.number] },
      passes: { test in
        var matcher = DocumentMatcher(test)
        return matcher.passes(document)
      })
    for statement in statements {
      let record = try reader.statement(at: statement)
      var spans: [UnitText.Span] = []
      for range in record.ranges {
        let tokens = try reader.tokenRange(at: range)
        guard (firstUnit..<firstUnit + units.count).contains(tokens.unit) else { continue }
        spans.append(UnitText.Span(paragraph: tokens.unit - firstUnit, positions: tokens.positions))
      }
      // Of paragraphs each piece is asked for itself.
      for group in level == .paragraph ? spans.map({ [$0] }) : [spans] {
        text.statements.append(
          UnitText.Statement(
            spans: group, speakers: Set(record.speakers), mode: record.mode,
            evidence: try reader.details(ofStatement: statement).evidence))
      }
      if level == .statement { text.spans = spans }
    }
    return text
  }

  /// The paragraph of the unit that is ranked highest of those with an occurrence; the first if none has one.
  private func bestParagraph(
    _ occurrences: [Highlighter.Occurrence], from firstUnit: Int, in reader: SegmentReader
  ) throws(SegmentError) -> Int {
    guard level != .paragraph else { return 0 }
    // What is near two others is one place all the same.
    var parts: [Int: Set<Highlighter.Occurrence.Part>] = [:]
    for occurrence in occurrences { parts[occurrence.paragraph, default: []].formUnion(occurrence.parts) }
    let frequencies = parts.mapValues { parts in parts.reduce(into: [:]) { $0[$1.leaf, default: 0] += 1 } }
    var best = (paragraph: 0, score: -1)
    for paragraph in frequencies.keys.sorted() {
      let norm = try reader.byte(in: .norms, at: firstUnit + paragraph)
      let score = (frequencies[paragraph] ?? [:]).reduce(0) {
        $0 + weights[$1.key].score(frequency: $1.value, norm: norm)
      }
      if score > best.score { best = (paragraph, score) }
    }
    return best.paragraph
  }

  func id(
    of index: Int, _ document: StoredDocument, _ documentIndex: Int, _ segment: OpenSegment
  ) throws(SegmentError) -> String {
    switch level {
    case .paragraph: return "\(document.id)#p\(index - document.units.lowerBound + 1)"
    case .statement:
      let first = try segment.reader.statements(inDocuments: documentIndex..<documentIndex + 1).lowerBound
      return "\(document.id)#s\(index - first + 1)"
    case .document: return document.id
    }
  }

  private func speakers(
    ofStatements statements: Range<Int>, in reader: SegmentReader
  ) throws(SegmentError) -> [String] {
    var names: [String] = []
    for statement in statements {
      for voice in try reader.details(ofStatement: statement).voices where !names.contains(voice.name) {
        names.append(voice.name)
      }
    }
    return names
  }

  private func attribution(ofStatement index: Int, in reader: SegmentReader) throws(SegmentError)
    -> Attribution?
  {
    let record = try reader.statement(at: index)
    guard let mode = StatementMode.numbered(record.mode) else { return nil }
    let details = try reader.details(ofStatement: index)
    return Attribution(mode: mode, rule: details.rule, evidence: details.evidence)
  }
}

extension HitShower {
  private static func name(ofKind kind: UInt8) -> String {
    switch kind {
    case 0: "prose"
    case 1: "bullet"
    case 2: "heading"
    case 3: "names"
    default: "unknown"
    }
  }

  /// Where the byte at `offset` of a unit's text stands in its source.
  static func position(of offset: Int, in unit: StoredUnit) -> SourcePosition {
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
