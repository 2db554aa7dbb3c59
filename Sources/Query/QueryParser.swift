package import Text

/// Reads the query language; never fails but for the limits.
///
///     text ──QueryLexer──▶ tokens ──QueryReading──▶ SyntaxTree ──▶ Query, its reading in words, warnings
///
/// - `NEAR`, `ADJ` and `NOTNEAR` bind tightest, from left to right, and stand between words, phrases and groups of them
///   (``Proximity``); `NOT` binds tighter than `AND`, `AND` tighter than `OR`; neighbours mean `AND`, or with
///   ``Match/any`` alternatives.
/// - A bare text that the analyzer cuts into several words, as `secretary-general`, is a phrase of them, each
///   as written; `=secretary-general` is the word as a whole.
/// - `"two words"~2` lets two others stand between them in all. `prevent*` is any word that begins so, `color~1` any word one edit away
///   (``TermPattern``), both against words as written, not stems.
/// - What stands beside `speaker:` or `mode:` is asked of one statement: `speaker:France veto -council` finds statements of
///   France with the one word and without the other. Dates, titles and the like are asked of the document. Parentheses in which nothing
///   else stands are like the field itself: `(speaker:France OR speaker:Chile) veto`; but of two of one field each is asked for itself, and
///   what is asked of a statement of its own stays so: `(speaker:France) (speaker:Chile veto)`.
/// - A field given twice in one AND list means either: `year:2009 year:2012` is `year:(2009 OR 2012)`.
///   Parentheses keep them apart: `(year:2009) (year:2012)` and `year:(2009 AND 2012)` ask for
///   both.
/// - A comma, full stop or the like behind a mark or a field's value is no part of it: `prevent*, year:2009.`
/// - An operator that lacks an operand, an empty pair of parentheses and an unpaired mark are ignored; an
///   unclosed parenthesis reaches to the end.
package struct QueryParser: Sendable {
  /// The most bytes of UTF-8 a query may have.
  package static let byteLimit = 4_096
  /// The most words, phrases and values of fields a query may ask for.
  package static let clauseLimit = 1_024

  /// The most nodes from the root of a query's tree to a leaf, both counted.
  ///
  /// Search keeps 66 KB for each of them and recurses: 256 levels take 17 MB and fit a stack of 512 KiB.
  package static let depthLimit = 256

  /// The most operators of proximity that stand in groups within one another; those of a chain count once.
  ///
  /// Search plans what stands in such a group for each of them, and once more.
  package static let nearnessLimit = 16

  /// What neighbours mean, where no operator stands between them.
  package enum Match: String, CaseIterable, Sendable {
    /// All of them: `veto council` is `veto AND council`.
    case all
    /// Any of them, the more the better: `veto council` is `veto OR council`.
    ///
    /// Words joined by a written `AND` are one alternative. What is negated, what is a date and who speaks restricts the whole,
    /// as it does with `all`: `veto council -russia year:2013` is `(veto OR council) AND NOT russia AND year:2013`.
    /// Stop words that stand bare among alternatives are left out, unless nothing else is left.
    case any
  }

  private let analyzer: Analyzer
  private let match: Match
  private let dates: DateInterval?
  private let speakers: [SpeakerName]
  private let generation: String?
  private let synonyms: Synonyms
  private let names: KnownNames

  /// - Parameters:
  ///   - match: What neighbours mean.
  ///   - dates: The days that a document's date must overlap besides; nil for any date and none.
  ///   - speakers: Whose statement all must be in, one of them or the other; none, or texts without a word, for anybody's and nobody's.
  ///   - generation: The generation of the index that must have lacked what is found; nil for whatever it had.
  ///   - synonyms: What bare words stand for.
  ///   - names: What else those are called of whom `about:` and `speaker:` ask.
  package init(
    match: Match = .all, dates: DateInterval? = nil, speakers: [String] = [], since generation: String? = nil,
    synonyms: Synonyms = Synonyms(),
    names: KnownNames = KnownNames()
  ) {
    self.names = names
    analyzer = Analyzer()
    self.match = match
    self.dates = dates
    self.speakers = speakers.compactMap { SpeakerName($0).map(names.completed) }
    self.generation = generation
    self.synonyms = synonyms
  }

  /// Reads `text`.
  ///
  /// An empty text asks for all that the days, the speaker and the generation let pass, if they are given; one that says nothing but a
  /// level asks for all that is of it.
  ///
  /// Ranges of warnings count Unicode scalars of `text`.
  ///
  /// - Throws: ``QueryError/tooLong(byteCount:limit:)``, ``QueryError/tooManyClauses(count:patterns:limit:)`` or
  ///   ``QueryError/tooDeep(depth:limit:)``.
  /// - Complexity: O(*n*) for *n* bytes; no recursion, whatever the nesting.
  package func parse(_ text: String) throws(QueryError) -> ParsedQuery {
    let byteCount = text.utf8.count
    guard byteCount <= Self.byteLimit else {
      throw .tooLong(byteCount: byteCount, limit: Self.byteLimit)
    }
    var reading = QueryReading(text, match: match, analyzer: analyzer, synonyms: synonyms, names: names)
    let root = reading.readAll()
    let clauseCount = reading.tree.clauseCount + speakers.count
    guard clauseCount <= Self.clauseLimit else {
      throw .tooManyClauses(
        count: clauseCount, patterns: reading.tree.patternCount, limit: Self.clauseLimit)
    }
    let asksNothing = isBlank(text) || reading.isOnlyLevel
    let all = asksNothing ? restrictions ?? (reading.isOnlyLevel ? .everything : nil) : nil
    let query = root.map { restricted(reading.tree.query(at: $0)) } ?? all
    let depth = query?.depth ?? 0
    guard depth <= Self.depthLimit else { throw .tooDeep(depth: depth, limit: Self.depthLimit) }
    let nearness = query?.nearnessDepth ?? 0
    guard nearness <= Self.nearnessLimit else {
      throw .tooDeepNearness(depth: nearness, limit: Self.nearnessLimit)
    }
    return ParsedQuery(
      query: query, level: reading.unitLevel, leftOut: reading.leftOut, warnings: reading.warnings.sorted())
  }

  private func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// One of the speakers that were given besides; nil if none was.
  private var anySpeaker: Query? {
    speakers.count > 1 ? .or(speakers.map(Query.speaker)) : speakers.first.map(Query.speaker)
  }

  /// What was given besides, where nothing else is asked; nil if nothing was.
  private var restrictions: Query? {
    let asked = [
      anySpeaker.map(Query.inStatement), dates.map { Query.dates([$0]) },
      generation.map { Query.newSince($0) },
    ].compactMap(\.self)
    return asked.count > 1 ? .and(asked) : asked.first
  }

  /// `query` with what was given besides.
  private func restricted(_ query: Query) -> Query {
    var query = query
    if let anySpeaker { query = query.restricted(toStatementsOf: anySpeaker) }
    if let dates { query = query.restricted(to: .dates([dates])) }
    if let generation { query = query.restricted(to: .newSince(generation)) }
    return query
  }
}
