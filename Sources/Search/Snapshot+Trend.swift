internal import Postings
package import Query
internal import Segment
internal import Text

extension Snapshot {
  /// How many units match in each year.
  package func trend(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> TrendResult {
    var years = try yearsOfUnits(query, options)
    var document = DocumentWalk()
    let space = UnitSpace(options.level)
    try forEachWindow(of: query, measure: .occurrences, options) { segment, window throws(SearchError) in
      try window.forEachMatch { unit, occurrences throws(SearchError) in
        let year = try SearchError.reading { () throws(SegmentError) in
          try document.advance(to: unit, in: space, of: segments[segment], segment).year
        }
        years.add(to: year, hits: 1, occurrences: occurrences)
      }
    }
    return Self.result(of: years.rows, countsOccurrences: query.asksForOneThing)
  }

  /// Units and words of each year, of what passes the filters that the query stands under.
  private func yearsOfUnits(
    _ query: Query, _ options: SearchOptions
  ) throws(SearchError) -> YearTally {
    var years = YearTally()
    let filters = query.filters
    let space = UnitSpace(options.level)
    guard options.level == .statement || filters?.asksOfStatements == true else {
      if options.level == .paragraph, filters?.asksOfParagraphs == true {
        try addParagraphs(of: filters, to: &years, options)
        return years
      }
      try forEachUnit(of: filters, in: .documents, options) { _, document, _ in
        let unitCount = options.level == .document ? 1 : document.units.count
        years.add(to: document.year, units: unitCount, tokens: document.wordCount)
      }
      return years
    }
    var passes = segments.map { [Bool](repeating: false, count: space.unitCount(in: $0.reader)) }
    try forEachUnit(of: filters, in: space, options) { segment, document, unit in
      years.add(to: document.year, units: 1)
      passes[segment][unit] = true
    }
    // Words of a unit in which only some statements pass are theirs.
    try forEachUnit(of: filters, in: space.ofStatements, options) {
      segment, document, part throws(SegmentError) in
      let reader = segments[segment].reader
      guard try passes[segment][space.unit(ofPart: part, in: reader)] else { return }
      years.add(to: document.year, tokens: try space.ofStatements.wordCount(of: part, in: reader))
    }
    return years
  }

  /// Adds the paragraphs that match a query of filters, each with its words.
  private func addParagraphs(
    of filters: Query?, to years: inout YearTally, _ options: SearchOptions
  ) throws(SearchError) {
    let analyzer = Analyzer()
    var buffer = TokenBuffer()
    try forEachUnit(of: filters, in: .paragraphs, options) {
      segment, document, unit throws(SegmentError) in
      // The index has the length of a paragraph only roughly.
      let text = try segments[segment].reader.unit(at: unit).text
      analyzer.analyze(text.span, into: &buffer)
      years.add(to: document.year, units: 1, tokens: buffer.wordCount)
    }
  }

  /// Visits the units of a space that match a query of filters, all if there is none, each with its document.
  private func forEachUnit(
    of filters: Query?, in space: UnitSpace, _ options: SearchOptions,
    _ visit: (_ segment: Int, SegmentReader.DocumentRecord, Int) throws(SegmentError) -> Void
  ) throws(SearchError) {
    var document = DocumentWalk()
    try forEachWindow(of: filters, in: space, measure: .matches, options) {
      segment, window throws(SearchError) in
      try window.forEachMatch { unit, _ throws(SearchError) in
        try SearchError.reading { () throws(SegmentError) in
          let record = try document.advance(to: unit, in: space, of: segments[segment], segment)
          try visit(segment, record, Int(unit))
        }
      }
    }
  }

  /// The rows in order, with those of the years between that have no documents.
  private static func result(of years: [Int?: TrendRow], countsOccurrences: Bool) -> TrendResult {
    let dated = years.keys.compactMap(\.self)
    var rows: [TrendRow] = []
    if let first = dated.min(), let last = dated.max() {
      rows = (first...last).map { years[$0] ?? TrendRow(year: $0) }
    }
    if let undated = years[nil] { rows.append(undated) }
    if !countsOccurrences {
      for index in rows.indices { rows[index].occurrences = nil }
    }
    return TrendResult(rows: rows, total: rows.reduce(0) { $0 + $1.hits })
  }
}

extension SegmentReader.DocumentRecord {
  /// The year it counts in: that of its first day.
  fileprivate var year: Int? { days.map { Int($0.lowerBound / 10_000) } }
}

extension Query {
  /// Whether the frequencies of what is asked for add up to a number of occurrences.
  ///
  /// Not where two things are asked for at once (AND): of which would they be? And not where one place may be counted
  /// twice, because two words have one stem (`veto OR =vetoes`), or one is in a phrase or a whole too (`us OR =US`,
  /// `point OR =focal-point`). What must be near each other is one thing.
  fileprivate var asksForOneThing: Bool {
    guard hasOneOperandAtOnce else { return false }
    let analyzer = Analyzer()
    var buffer = TokenBuffer()
    var stems: Set<[UInt8]> = []
    var isDisjoint = true
    var thingCount = 0
    var holdsPattern = false
    forEachThing { thing in
      thingCount += 1
      var stemsOfThing: Set<[UInt8]> = []
      thing.forEachPositiveLeaf { leaf in
        leaf.forEachNode { if case .pattern = $0 { holdsPattern = true } }
        leaf.forEachWord { word in
          // A whole is analyzed into its parts, capitals into the word that they are.
          analyzer.analyze(word.term.span, into: &buffer)
          for token in buffer.tokens { stemsOfThing.insert(Analyzer.stem(of: buffer.term(of: token))) }
        }
      }
      isDisjoint = isDisjoint && stems.isDisjoint(with: stemsOfThing)
      stems.formUnion(stemsOfThing)
    }
    // What a pattern stands for may be what another part asks for.
    return isDisjoint && (thingCount < 2 || !holdsPattern)
  }

  /// Calls `visit` with everything that has occurrences: words, phrases, and all that must be near each other together.
  private func forEachThing(_ visit: (Query) -> Void) {
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .near: visit(node)
      case .not: break
      case _ where node.isLeaf: visit(node)
      default: pending.append(contentsOf: node.operands)
      }
    }
  }

  private var hasOneOperandAtOnce: Bool {
    switch self {
    case .word, .phrase, .sloppyPhrase, .not, .everything, .dates, .speaker, .mode, .about, .document: true
    case .newSince, .pattern, .synonyms, .near: true
    case .inStatement(let operand): operand.hasOneOperandAtOnce
    case .or(let operands): operands.allSatisfy(\.hasOneOperandAtOnce)
    case .and(let operands):
      operands.allSatisfy(\.hasOneOperandAtOnce) && operands.count(where: \.holdsPositiveLeaf) <= 1
    }
  }

  /// Whether a hit can show anything of it.
  private var holdsPositiveLeaf: Bool {
    var holds = false
    forEachPositiveLeaf { _ in holds = true }
    return holds
  }

  /// Whether it asks what is not the same for all paragraphs of a document.
  fileprivate var asksOfParagraphs: Bool {
    var asks = false
    forEachNode { node in
      switch node {
      case .about, .newSince: asks = true
      case .document(let test): asks = asks || test.field == .section
      default: break
      }
    }
    return asks
  }

  /// Whether it asks anything of statements.
  fileprivate var asksOfStatements: Bool {
    var asks = false
    forEachNode { node in
      switch node {
      case .inStatement, .speaker, .mode: asks = true
      default: break
      }
    }
    return asks
  }
}
