internal import Postings
internal import Query
internal import Segment
internal import Text

/// Looks up the words of a query in the dictionaries, and weighs them.
final class QueryPlanner {
  typealias Node = QueryPlan.Node

  private let segments: [OpenSegment]
  private let space: UnitSpace
  private let statistics: CollectionStatistics
  private let measure: Measure
  private let options: SearchOptions
  private let groups: TermGroups
  /// Of the whole query that is planned.
  private let shares: ExpansionShares
  private lazy var lengthFactors = statistics[space.level].lengthFactors(options.parameters)

  init(
    segments: [OpenSegment], space: UnitSpace, statistics: CollectionStatistics, measure: Measure,
    _ options: SearchOptions, groups: TermGroups, shares: ExpansionShares
  ) {
    self.segments = segments
    self.space = space
    self.statistics = statistics
    self.measure = measure
    self.options = options
    self.groups = groups
    self.shares = shares
  }

  /// All of a query.
  ///
  /// Where a name is meant is looked for in every unit then, and so is kept, for it takes long; beside something else it is looked for in what is
  /// left. (One in more units than are kept is looked for twice by who asks first.)
  func root(_ query: Query) throws(SearchError) -> Node {
    if case .about(let name) = query {
      let places = with(space: space.ofPlaces)
      _ = try groups.tally(of: TermGroups.key(of: name, in: places.space)) { () throws(SearchError) in
        try places.count(try places.units(about: name), in: places.space)
      }
    }
    return try node(query)
  }

  /// Recursive, and so in parts: what is bound in one of them takes room in every frame of it.
  func node(_ query: Query) throws(SearchError) -> Node {
    switch query {
    case .and(let operands): .and(try nodes(operands))
    case .or(let operands): .or(try nodes(operands))
    case .not(let operand): try not(operand)
    case .inStatement(let operand): try inStatement(operand)
    case .near: try near(query)
    case .word, .phrase, .sloppyPhrase, .pattern, .synonyms: try leaf(query)
    case .everything: .not(.or([]))
    case .dates, .speaker, .mode, .about, .document, .newSince: try test(query)
    }
  }

  private func leaf(_ query: Query) throws(SearchError) -> Node {
    switch query {
    case .word(let word): try term(word)
    case .phrase(let words): try phrase(words)
    case .sloppyPhrase(let words, _): try sloppyPhrase(query, words)
    case .pattern, .synonyms: try group(query)
    default: preconditionFailure("not a leaf")
    }
  }

  private func not(_ operand: Query) throws(SearchError) -> Node {
    // What is under a NOT adds nothing to a value.
    .not(try with(measure: .matches).node(operand))
  }

  private func inStatement(_ operand: Query) throws(SearchError) -> Node {
    .inStatement(try with(space: space.ofStatements).node(operand))
  }

  private func test(_ query: Query) throws(SearchError) -> Node {
    switch query {
    case .dates(let intervals): return .dates(DateFilter(intervals))
    case .speaker(let name):
      let key = try name.key(in: segments, options)
      return try statements { $0.statements(of: $0.speakers(named: key)) }
    case .mode(let mode): return try statements { $0.statements(ofMode: mode.number) }
    case .document(let test):
      var ranges: [[Range<Int>]] = []
      for segment in segments { ranges.append(try segment.ranges(passing: test, options)) }
      return test.field == .section ? .paragraphs(ranges) : .documents(ranges)
    case .newSince(let generation):
      var ranges: [[Range<Int>]] = []
      for segment in segments { ranges.append(try segment.paragraphs(newSince: generation, options)) }
      return .paragraphs(ranges)
    case .about(let name):
      let found = try with(space: space.ofPlaces).about(name)
      return space == space.ofPlaces ? found : .lifted(found)
    default: preconditionFailure("not a test")
    }
  }

  private func statements(_ find: (StatementLists) -> [Range<Int>]) throws(SearchError) -> Node {
    var ranges: [[Range<Int>]] = []
    for segment in segments { ranges.append(find(try segment.statementLists(options))) }
    return .statements(ranges)
  }

  /// The same planner for units of another space, or for another value of them.
  func with(space: UnitSpace? = nil, measure: Measure? = nil) -> QueryPlanner {
    QueryPlanner(
      segments: segments, space: space ?? self.space, statistics: statistics,
      measure: measure ?? self.measure, options, groups: groups, shares: shares)
  }

  private func nodes(_ queries: [Query]) throws(SearchError) -> [Node] {
    var nodes: [Node] = []
    for query in queries { nodes.append(try node(query)) }
    return nodes
  }
}

// Words and phrases.
extension QueryPlanner {
  private func term(_ word: QueryWord) throws(SearchError) -> Node {
    let entries = try entries(of: word)
    let weight = weight(idf: idf(entries))
    if space == .paragraphs { return .term(entries, weight) }
    // Lists of stems tell no positions; documents need none.
    guard word.form == .anyForm, space != .documents else {
      return .grouped(entries.map { $0.map { .terms([$0]) } }, weight)
    }
    return .grouped(try forms(of: word).map { $0.isEmpty ? nil : .terms($0) }, weight)
  }

  private func phrase(_ words: [QueryWord]) throws(SearchError) -> Node {
    let lists = try phraseLists(words)
    let weight = weight(idf: try idf(words))
    if space == .paragraphs { return .phrase(lists, weight) }
    return .grouped(lists.map { $0.map { .phrase($0) } }, weight)
  }

  /// Of each segment; nil where a word does not occur, or two of them never stand as the phrase has them.
  private func phraseLists(_ words: [QueryWord]) throws(SearchError) -> [PhraseLists?] {
    var entries: [[DictionaryEntry?]] = []
    for word in words { entries.append(try self.entries(of: word)) }
    return try phraseLists(entries)
  }

  /// - Parameter entries: Of each word its entry in each segment.
  private func phraseLists(_ entries: [[DictionaryEntry?]]) throws(SearchError) -> [PhraseLists?] {
    var lists: [PhraseLists?] = []
    for (index, segment) in segments.enumerated() {
      let present = entries.compactMap { $0[index] }
      guard present.count == entries.count else {
        lists.append(nil)
        continue
      }
      let found = try SearchError.reading { () throws(SegmentError) in
        try PhraseLists(present, of: segment.reader, usesPairs: options.techniques.contains(.pairs))
      }
      lists.append(found.isNowhere ? nil : found)
    }
    return lists
  }

  private func entries(of word: QueryWord) throws(SearchError) -> [DictionaryEntry?] {
    try bySegment { segment throws(SegmentError) in
      switch word.form {
      case .exact: try segment.reader.term(word.term)
      case .anyForm: try segment.reader.stem(Analyzer.stem(of: word.term[...]))
      }
    }
  }

  /// The terms that a word in any form stands for, in each segment.
  private func forms(of word: QueryWord) throws(SearchError) -> [[DictionaryEntry]] {
    let stem = Analyzer.stem(of: word.term[...])
    return try bySegment { segment throws(SegmentError) in try segment.reader.forms(ofStem: stem) }
  }

  private func bySegment<Value>(
    _ read: (OpenSegment) throws(SegmentError) -> Value
  ) throws(SearchError) -> [Value] {
    var values: [Value] = []
    for segment in segments {
      values.append(try SearchError.reading { () throws(SegmentError) in try read(segment) })
    }
    return values
  }

  /// The sum over the words of a phrase.
  private func idf(_ words: [QueryWord]) throws(SearchError) -> Double {
    var idf = 0.0
    for word in words { idf += self.idf(try entries(of: word)) }
    return idf
  }

  private func idf(_ entries: [DictionaryEntry?]) -> Double {
    idf(unitsWithTerm: entries.frequency(at: space.level))
  }

  private func idf(unitsWithTerm: Int) -> Double {
    BM25.idf(unitsWithTerm: unitsWithTerm, unitCount: statistics[space.level].unitCount)
  }

  /// The words whose idfs add up to that of a leaf, or the group that is weighed as one.
  func weighedTerms(of leaf: Query) throws(SearchError) -> [ExplainedTerm] {
    switch leaf {
    case .word(let word): return [try weighedTerm(leaf, entries(of: word).frequency(at: space.level))]
    case .phrase(let words), .sloppyPhrase(let words, _):
      var terms: [ExplainedTerm] = []
      for word in words {
        terms.append(try weighedTerm(.word(word), entries(of: word).frequency(at: space.level)))
      }
      return terms
    case .pattern, .synonyms: return [weighedTerm(leaf, try tally(of: leaf).unitCount)]
    default: preconditionFailure("not a leaf")
    }
  }

  private func weighedTerm(_ query: Query, _ unitsWithTerm: Int) -> ExplainedTerm {
    ExplainedTerm(
      text: query.interpreted, unitsWithTerm: unitsWithTerm, idf: idf(unitsWithTerm: unitsWithTerm))
  }

  private func weight(idf: Double) -> Weight {
    switch measure {
    case .matches: .none
    case .occurrences: .frequency
    case .score: .score(BM25(idf: idf, lengthFactors: lengthFactors))
    }
  }
}

// Groups that rank as one term.
extension QueryPlanner {
  /// What ranks as one term: the sum of frequencies, weighed by the exact number of units.
  private func group(_ group: Query) throws(SearchError) -> Node {
    guard measure == .score else { return try known(group) }
    let unitCount = try tally(of: group).unitCount
    return .summed(
      try with(measure: .occurrences).known(group), weight(idf: idf(unitsWithTerm: unitCount)))
  }

  /// What a group stands for, from memory where it was counted already.
  private func known(_ group: Query) throws(SearchError) -> Node {
    let alternatives = try alternatives(of: group)
    guard space == UnitSpace(space.level), let units = groups.known(tallyKey(of: group, in: space))?.units
    else {
      return alternatives
    }
    return .tallied(alternatives, units, measure)
  }

  /// What a group stands for, with frequencies or nothing for values.
  private func alternatives(of group: Query) throws(SearchError) -> Node {
    switch group {
    case .pattern(let pattern): return try terms(of: pattern)
    case .synonyms(let alternatives): return .or(try nodes(alternatives))
    default: preconditionFailure("not a group")
    }
  }

  private func terms(of pattern: QueryPattern) throws(SearchError) -> Node {
    let expansion = try expansion(of: pattern)
    if space != .paragraphs {
      return .grouped(
        expansion.entries.map { $0.isEmpty ? nil : .terms($0) }, measure == .matches ? .none : .frequency)
    }
    var terms: [Node] = []
    for term in expansion.terms {
      let entries = try bySegment { segment throws(SegmentError) in try segment.reader.term(term) }
      terms.append(.term(entries, weight(idf: 0)))
    }
    return .or(terms)
  }

  private func expansion(of pattern: QueryPattern) throws(SearchError) -> Expansion {
    try groups.expansion(
      of: pattern.pattern, in: segments, limit: shares.limit(of: pattern.pattern), options)
  }

  /// The units of the level that have any of a group.
  private func tally(of group: Query) throws(SearchError) -> TermGroups.Tally {
    let level = UnitSpace(space.level)
    return try groups.tally(of: tallyKey(of: group, in: level)) { () throws(SearchError) in
      try count(try with(space: level, measure: .occurrences).alternatives(of: group), in: level)
    }
  }

  private func tallyKey(of query: Query, in space: UnitSpace) -> TermGroups.TallyKey {
    TermGroups.TallyKey(
      group: Array(query.interpreted.utf8), space: space,
      limits: query.patterns.map { shares.limit(of: $0.pattern) })
  }

  /// Counts and keeps the units of `space` that match, whose values are frequencies or nothing.
  private func count(_ node: Node, in space: UnitSpace) throws(SearchError) -> TermGroups.Tally {
    let plan = QueryPlan(node, over: segments, in: space, options)
    var units: [UnitFrequencies]? = Array(repeating: UnitFrequencies(), count: segments.count)
    var count = 0
    try plan.forEachWindow { segment, window in
      count += window.matchCount
      // While they are appended to, arrays take up to twice as much.
      if count > groups.byteLimit / (2 * UnitFrequencies.bytesOfEach) { units = nil }
      units?[segment].append(matchesOf: window)
    }
    for segment in segments.indices { units?[segment].trim() }
    return TermGroups.Tally(unitCount: count, units: units)
  }
}

// What stands near something else.
extension QueryPlanner {
  private func sloppyPhrase(_ query: Query, _ words: [QueryWord]) throws(SearchError) -> Node {
    let places = with(space: space.ofPlaces, measure: .matches)
    let found = try places.intervals(
      query, candidates: .and(try places.nodes(words.map { .word($0) })),
      value: measure == .matches ? .nothing : .count)
    let here = space == space.ofPlaces ? found : .lifted(found)
    guard measure == .score else { return here }
    return .summed(here, weight(idf: try idf(words)))
  }

  /// Scored as what is asked for would be without being near; occurrences are the least intervals from its first word to its last.
  private func near(_ query: Query) throws(SearchError) -> Node {
    if measure == .occurrences {
      let places = with(space: space.ofPlaces, measure: .matches)
      let found = try places.intervals(query, candidates: try places.unrelated(query), value: .count)
      return space == space.ofPlaces ? found : .lifted(found)
    }
    let scored = try unrelated(query)
    if space == space.ofPlaces {
      return try intervals(query, candidates: scored, value: measure == .matches ? .nothing : .ofOperand)
    }
    let places = with(space: space.ofPlaces, measure: .matches)
    return .and([scored, .lifted(try places.near(query))])
  }

  /// What is asked for without being near; what must be near besides is held to it by the whole.
  private func unrelated(_ query: Query) throws(SearchError) -> Node {
    switch query {
    case .near(let proximity, let left, let right):
      if proximity.relation == .notNear { return try unrelated(left) }
      return .and([try unrelated(left), try unrelated(right)])
    case .and(let operands):
      var nodes: [Node] = []
      for operand in operands { nodes.append(try unrelated(operand)) }
      return .and(nodes)
    default: return try node(query)
    }
  }

  private func intervals(
    _ query: Query, candidates: Node, value: IntervalClause.Value
  ) throws(SearchError) -> Node {
    let asked = IntervalQuery(query)
    var leaves = [[[PlaceColumn.Source]]](repeating: [], count: segments.count)
    for leaf in asked.leaves {
      for (segment, sources) in try sources(of: leaf).enumerated() { leaves[segment].append(sources) }
    }
    return .intervals(candidates, asked.expression, leaves, value)
  }

  /// What a leaf is in each segment, with positions.
  private func sources(of leaf: Query) throws(SearchError) -> [[PlaceColumn.Source]] {
    switch leaf {
    case .word(let word) where word.form == .exact:
      return try entries(of: word).map { $0.map { [.term($0)] } ?? [] }
    case .word(let word): return try forms(of: word).map { $0.map { .term($0) } }
    case .phrase(let words): return try phraseLists(words).map { $0.map { [.phrase($0)] } ?? [] }
    case .pattern(let pattern):
      return try expansion(of: pattern).entries.map { $0.map { .term($0) } }
    default: preconditionFailure("not a leaf of an expression")
    }
  }

  /// Where a name is meant, from memory where it was looked for in all units already.
  ///
  /// - Precondition: The planner is one of places.
  private func about(_ name: SpeakerName) throws(SearchError) -> Node {
    guard let units = groups.known(TermGroups.key(of: name, in: space))?.units else {
      return try self.units(about: name)
    }
    return .tallied(.or([]), units, .matches)
  }

  private func units(about name: SpeakerName) throws(SearchError) -> Node {
    let key = try name.key(in: segments, options)
    var bearers: [SpeakerNames] = []
    for segment in segments { bearers.append(try SpeakerNames(key, in: segment, options)) }
    var sources = [[PlaceColumn.Source]](repeating: [], count: segments.count)
    var candidates: [Node] = []
    let planner = with(measure: .matches)
    for name in SpeakerNames.all(bearers, of: name) {
      let words = name.map { QueryWord(text: "", term: $0, form: .exact) }
      let leaf = words.count == 1 ? Query.word(words[0]) : .phrase(words)
      candidates.append(try planner.node(leaf))
      // A text may speak of somebody who says nothing in its segment.
      for (segment, found) in try self.sources(of: leaf).enumerated() { sources[segment] += found }
    }
    return .about(.or(candidates), zip(sources, bearers).map { ($0, $1.speakers) })
  }
}
