import Query
import Search
import Text

/// The first thing in which an answer differs from the scan's.
package struct Difference: CustomStringConvertible, Sendable {
  package var what: String
  package var expected: String
  package var found: String

  package var description: String { "\(what): expected \(expected), found \(found)" }
}

/// One sample, its index and its scan.
///
/// Every way of answering a question, however fast, is held to the scan here and nowhere else: what it returns, in
/// ``difference(for:)``; what can be asked, in ``Question``.
package struct Oracle {
  let snapshot: Snapshot
  private let index: SampleIndex
  private var scan: Scan
  var corpus: SampleCorpus { scan.corpus }
  /// The first statement that the index has otherwise than the sample.
  private let statementDifference: Difference?
  /// The first near-identical paragraphs that the index has otherwise than the sample.
  private var groupDifference: Difference?

  package init(_ corpus: SampleCorpus) throws {
    index = try SampleIndex(of: corpus)
    snapshot = index.snapshot
    scan = Scan(corpus)
    let (expected, found) = (SampleIndex.statements(of: corpus), index.statements)
    var difference = differ("the number of statements", expected.count, found.count)
    for (wanted, statement) in zip(expected, found) where wanted != statement {
      difference = differ("a statement in the index", wanted, statement)
      break
    }
    statementDifference = difference
    groupDifference = try foundGroupDifference()
  }

  var paragraphNumbers: Range<Int> { scan.paragraphs.indices }

  func id(ofParagraph number: Int) -> String { scan.paragraphs[number].id }

  /// The number of its document.
  func document(ofParagraph number: Int) -> Int { scan.paragraphs[number].document }

  /// Its folded words in order.
  func words(ofParagraph number: Int) -> [String] {
    scan.paragraphs[number].positions.map { $0[0].term }
  }

  static func interval(_ days: ClosedRange<Int>) -> DateInterval {
    DateInterval(first: Int32(days.lowerBound), last: Int32(days.upperBound))
  }

  /// The first thing in which the engine's answer differs from the scan's; nil if they are equal.
  package mutating func difference(for question: Question) -> Difference? {
    if let difference = statementDifference ?? groupDifference { return difference }
    do {
      let parsed = try question.parser.parse(question.text)
      // Questions ask for words such as `and`, too.
      // Samples hold small operators as words, and values of one field by chance.
      let expected = ["is read as a word", "between two values of one field is read as OR"]
      let unexpected = parsed.warnings.first { warning in
        !expected.contains(where: warning.message.hasSuffix)
      }
      if let warning = unexpected {
        return Difference(what: "reading the query", expected: "no warning", found: warning.message)
      }
      guard let query = parsed.query else {
        return Difference(what: "reading the query", expected: "a tree", found: "none")
      }
      let matches = scan.matches(question)
      return try hitDifference(query, question, matches) ?? rankDifference(query, question, matches)
        ?? countDifference(query, question, matches)
        ?? collapseDifference(query, question, matches)
        ?? trendDifference(query, question, matches) ?? facetDifference(query, question, matches)
    } catch {
      return Difference(what: "answering", expected: "no error", found: "\(error)")
    }
  }

  private func hitDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws
    -> Difference?
  {
    let result = try snapshot.search(query, question.options)
    let page = matches.dropFirst(question.offset).prefix(question.limit)
    if let difference = differ("search's total", matches.count, result.total) { return difference }
    let ranking = try snapshot.rank(query, question.options)
    if let difference = differ("rank's total", matches.count, ranking.total)
      ?? differ("the units of rank", page.map(\.unit), ranking.units.map(\.number))
      ?? differ("the scores of rank", page.map { Double($0.score) / 1_048_576 }, ranking.units.map(\.score))
    {
      return difference
    }
    let best = try snapshot.best(query, question.options)
    if let difference = differ("the best without a count", ranking.units, best) { return difference }
    let units = scan.units[question.level]!
    if let difference = differ("the ids of the hits", page.map { units[$0.unit].id }, result.hits.map(\.id)) {
      return difference
    }
    for (hit, match) in zip(result.hits, page) {
      if let difference = difference(of: hit, match, units[match.unit]) { return difference }
    }
    return nil
  }

  private func difference(of hit: Hit, _ match: Scan.Match, _ unit: Scan.Unit) -> Difference? {
    let document = corpus.documents[unit.document]
    let statements = unit.parts.compactMap(\.statement)
    var speakers: [String] = []
    for speaker in statements.flatMap(\.speakers) where !speakers.contains(speaker.shown) {
      speakers.append(speaker.shown)
    }
    return differ("the score of \(hit.id)", Double(match.score) / 1_048_576, hit.score)
      ?? differ("the speakers of \(hit.id)", speakers, hit.speakers)
      ?? differ(
        "the mode of \(hit.id)", hit.level == .statement ? statements[0].mode : nil, hit.attribution?.mode)
      ?? differ(
        "the date of \(hit.id)", document.date?.days, hit.document.date.map { Int($0.first)...Int($0.last) })
      ?? shownDifference(of: hit, match, unit, document)
  }

  /// The first difference in what of a unit is shown: its best paragraph.
  private func shownDifference(
    of hit: Hit, _ match: Scan.Match, _ unit: Scan.Unit, _ document: SampleCorpus.Document
  ) -> Difference? {
    guard let best = match.best else { return differ("the text of \(hit.id)", "", hit.text) }
    let paragraph = scan.paragraphs[best]
    let highlights = Self.joined(match.shown)
    func position(of range: Range<Int>) -> SourcePosition {
      SourcePosition(
        line: paragraph.line,
        column: paragraph.column + Self.byteCount(of: paragraph.text, scalars: range.lowerBound))
    }
    let positions = highlights.map(position)
    let own = hit.level == .statement ? scan.ownText(of: unit, in: best) : nil
    let start = positions.first ?? position(of: own?.first ?? 0..<0)
    let place = "\(document.path):\(start.line):\(start.column) to \(paragraph.line)"
    let source = hit.source
    return differ("the text of \(hit.id)", Array(paragraph.text.utf8), Array(hit.text.utf8))
      // A short sentence may be taken for a heading of its own; what it is below is known all the same.
      ?? paragraph.heading.flatMap { differ("the section of \(hit.id)", [$0], Array(hit.section.prefix(1))) }
      ?? differ("the kind of \(hit.id)", paragraph.isHeading ? "heading" : "prose", hit.kind)
      ?? differ("the statement's own text in \(hit.id)", own, hit.statement)
      ?? differ("the highlights of \(hit.id)", highlights, hit.highlights)
      ?? differ("the positions of the highlights of \(hit.id)", positions, hit.positions)
      ?? differ(
        "the highlights of the occurrences of \(hit.id)", highlights,
        Self.joined(Set(hit.occurrences.flatMap(\.highlights))))
      ?? differ(
        "the place of \(hit.id)", place,
        "\(source.path):\(source.line):\(source.column) to \(source.endLine)")
  }

  private func countDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws
    -> Difference?
  {
    let count = try snapshot.count(query, question.options)
    let passing = scan.passing(question.meaning.filters, at: question.level)
    return differ("count's total", matches.count, count.total)
      ?? differ("count's units", passing.count, count.unitCount)
  }

  private func trendDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws
    -> Difference?
  {
    let trend = try snapshot.trend(query, question.options)
    let rows = trend.rows.map {
      Scan.YearRow(
        year: $0.year, hits: $0.hits, units: $0.units, occurrences: $0.occurrences, tokens: $0.tokens)
    }
    let expected = scan.trend(question, of: matches)
    if let difference = differ("trend's total", matches.count, trend.total)
      ?? differ("the years of trend", expected.map(\.year), rows.map(\.year))
    {
      return difference
    }
    for (wanted, row) in zip(expected, rows) {
      if let difference = differ("the row of \(row.year.map(String.init) ?? "no year")", wanted, row) {
        return difference
      }
    }
    let counts = trend.rows.compactMap(\.occurrences)
    return counts.count == trend.rows.count
      ? try concordanceDifference(query, question, counts.reduce(0, +)) : nil
  }

  /// A concordance shows as many occurrences as a trend counts.
  private func concordanceDifference(_ query: Query, _ question: Question, _ count: Int) throws -> Difference?
  {
    var options = question.options
    (options.offset, options.limit) = (0, 1 << 20)
    let shown = try snapshot.concordance(query, options).units.flatMap(\.passages).flatMap(\.occurrences)
    return differ("the number of occurrences in the concordance", count, shown.count)
  }

  private func facetDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws
    -> Difference?
  {
    let units = scan.units[question.level]!
    let found = try snapshot.facet(question.field, query, question.options)
    if let difference = differ("the facet's total", matches.count, found.total)
      ?? differ("the facet's memberships", found.rows.reduce(0) { $0 + $1.hits }, found.memberships)
      ?? differ(
        "the facet", scan.facet(question.field, of: matches.map { units[$0.unit] }),
        found.rows.map { Scan.ValueRow($0) })
    {
      return difference
    }
    guard question.countsAll else { return nil }
    let all = try snapshot.facet(question.field, nil, question.options)
    return differ(
      "the facet of all", scan.facet(question.field, of: units), all.rows.map { Scan.ValueRow($0) })
  }

  // MARK: - Ranges

  /// Ranges in order; those that overlap are one.
  private static func joined(_ places: Set<Range<Int>>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for range in places.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  private static func byteCount(of text: String, scalars: Int) -> Int {
    text.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) }
  }
}

/// What differs between two values; nil if they are equal.
func differ<Value: Equatable>(_ what: String, _ expected: Value, _ found: Value) -> Difference? {
  expected == found ? nil : Difference(what: what, expected: "\(expected)", found: "\(found)")
}
