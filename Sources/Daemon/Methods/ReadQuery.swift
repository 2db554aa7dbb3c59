import Query
import Search
import Text
import Wire

/// A query as a handler goes on with it: the tree, and what is to be said about its reading.
struct ReadQuery<Asked> {
  let query: Asked
  let interpreted: String
  let warnings: [WarningMessage]
  /// What the query says is to be ranked; nil if it does not.
  let level: Level?
  /// Whether all is looked for that the query asks for.
  let isWhole: Bool
}

extension QueryContext {
  /// Parses the query of `parameters`.
  /// - Throws: Over a limit; when nothing is asked; with `strict`, at the first warning about the reading.
  func read(_ parameters: some QueryParameters) throws(WireError) -> ReadQuery<Query> {
    let read = try readOrNothing(parameters)
    guard let query = read.query else { throw Self.noWords(in: parameters.query) }
    return ReadQuery(
      query: query, interpreted: read.interpreted, warnings: read.warnings, level: read.level,
      isWhole: read.isWhole)
  }

  /// The same for a method that has an answer too when nothing is asked: the query of an empty text is nil.
  func readOrNothing(_ parameters: some QueryParameters) throws(WireError) -> ReadQuery<Query?> {
    let parsed = try parse(parameters)
    if parameters.strict == true, let flaw = parsed.warnings.first {
      throw WireError(.querySyntax, flaw.message, start: flaw.start, end: flaw.end, hint: flaw.hint)
    }
    if parsed.query == nil, parameters.query.contains(where: { !$0.isWhitespace }) {
      throw Self.noWords(in: parameters.query)
    }
    let flaws = parsed.warnings.map {
      WarningMessage(
        message: $0.message, hint: $0.hint, start: $0.start, end: $0.end, kind: .querySyntax)
    }
    let cut = try parsed.query.map { query throws(WireError) in try cutPatterns(in: query) } ?? []
    return ReadQuery(
      query: parsed.query, interpreted: parsed.interpreted,
      warnings: flaws + Self.levelWarnings(parsed.level, parameters.level) + cut.map(Self.warning)
        + index.notices + freshness.warnings, level: parsed.level,
      isWhole: cut.isEmpty)
  }

  /// - Parameters:
  ///   - written: What the query says is to be ranked.
  ///   - asked: What is asked for beside it, which counts.
  private static func levelWarnings(_ written: Level?, _ asked: UnitLevel?) -> [WarningMessage] {
    guard let written, let asked, written.rawValue != asked.rawValue else { return [] }
    return [
      WarningMessage(
        message:
          "level:\(written.rawValue) in the query does not count, for the level \(asked.rawValue) is asked for beside it",
        hint: "leave one of the two out")
    ]
  }

  private static func warning(of cut: CutPattern) -> WarningMessage {
    WarningMessage(
      message:
        "\(cut.text) stands for \(cut.termCount) words, of which the \(cut.keptCount) most frequent are looked for",
      hint: "write more of the word")
  }

  /// None if the time is over, which the answer will say.
  private func cutPatterns(in query: Query) throws(WireError) -> [CutPattern] {
    var options = SearchOptions()
    options.deadline = deadline
    do throws(WireError) {
      return try index.cutPatterns(in: query, options)
    } catch {
      if error.kind == .deadline { return [] }
      throw error
    }
  }

  /// Why a query finds nothing; nil if the time is over.
  func diagnosis(of query: Query, _ options: SearchOptions) throws(WireError) -> DiagnosisMessage? {
    do throws(WireError) {
      return try index.diagnose(query, options)
    } catch {
      if error.kind == .deadline { return nil }
      throw error
    }
  }

  private static func noWords(in query: String) -> WireError {
    WireError(
      .querySyntax, "the query has no words to look for", start: 0, end: query.unicodeScalars.count,
      hint: "give at least one word, such as: veto")
  }

  private func parse(_ parameters: some QueryParameters) throws(WireError) -> ParsedQuery {
    let match: QueryParser.Match = parameters.match == .any ? .any : .all
    let parser = QueryParser(
      match: match, dates: try Self.dates(from: parameters.from, to: parameters.to),
      speakers: parameters.speakers,
      since: try parameters.since.map { name throws(WireError) in try index.generation(named: name) },
      synonyms: index.synonyms, names: index.names)
    do throws(QueryError) {
      return try parser.parse(parameters.query)
    } catch {
      throw WireError(error)
    }
  }

  /// The days from the first of `from` to the last of `to`; nil if neither is given.
  private static func dates(from: String?, to: String?) throws(WireError) -> DateInterval? {
    guard from != nil || to != nil else { return nil }
    let first = try date(from, "from")?.first ?? DateInterval.earliestDay
    let last = try date(to, "to")?.last ?? DateInterval.latestDay
    guard first <= last else {
      throw .invalidParameters(
        "\"from\" is \(from ?? ""), after \"to\", which is \(to ?? ""); expected it before")
    }
    return DateInterval(first: first, last: last)
  }

  private static func date(_ text: String?, _ name: String) throws(WireError) -> DateInterval? {
    guard let text else { return nil }
    guard let date = DateInterval(text) else {
      throw .invalidParameters(
        "\"\(name)\" is \"\(text)\"; expected a year, a month or a day, such as 2013, 2013-09 or 2013-09-11")
    }
    return date
  }

  /// The warning of an answer whose time ran out.
  static let incomplete = WarningMessage(
    message: "the time ran out before the answer was whole", hint: WireError.deadlineHint, kind: .deadline)
}

extension StatusReply.Freshness {
  /// What is to be said of an index that is not what the corpus would give now.
  var warnings: [WarningMessage] {
    guard self == .stale else { return [] }
    return [
      WarningMessage(
        message: "the corpus has changed since the index was built", hint: "run: verbatim index build",
        kind: .indexStale)
    ]
  }
}

extension SearchOptions {
  /// The options that every method with a query has.
  ///
  /// - Parameter level: What the query itself says is to be ranked.
  init(_ parameters: some QueryParameters, level asked: Level?, in context: QueryContext) {
    self.init()
    deadline = context.deadline
    level =
      switch parameters.level {
      case nil: asked ?? .paragraph
      case .paragraph: .paragraph
      case .statement: .statement
      case .document: .document
      }
  }
}

/// Microseconds on the clock since `start`.
func microseconds(since start: ContinuousClock.Instant) -> Int {
  Int(start.duration(to: .now) / .microseconds(1))
}
