/// What to search for and how much of it to return.
package struct SearchParameters: QueryParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable, QueryKeys {
    case query, limit, cursor, sort, timeout, strict, match, from, to, level, speaker, since, rank, k1, b,
      explain, collapse
  }

  /// The order of hits. Equals are in corpus order; what has no date comes last both ways.
  package enum Sort: String, Codable, JSONWritable, CaseIterable, Sendable {
    case relevance
    /// The earliest first.
    case date
    /// The latest first.
    case latest = "-date"
  }

  /// By what hits are ranked when the best come first.
  package enum Rank: String, Codable, JSONWritable, CaseIterable, Sendable {
    /// BM25.
    case plain
    /// The first by BM25, ordered again by what the very best of them are about.
    case best
  }

  package var query: String
  /// The most hits to return; 0 for as many as fit a page. nil is 10.
  package var limit: Int?
  /// Where an earlier reply stopped, as that reply said it.
  package var cursor: String?
  /// nil is by relevance.
  package var sort: Sort?
  package var timeout: Int?
  package var strict: Bool?
  package var match: MatchMode?
  package var from: String?
  package var to: String?
  package var level: UnitLevel?
  package var speakers: [String] = []
  package var since: String?
  /// nil is plain; best goes with no other order than that by relevance.
  package var rank: Rank?
  /// BM25's term frequency saturation; nil is 1.2.
  package var k1: Double?
  /// BM25's length normalization, 0 through 1; nil is 0.75.
  package var b: Double?
  /// Whether each hit tells why it has its score; nil for no.
  package var explain: Bool?
  /// Whether of near-identical paragraphs just the first is a hit; nil for no. Goes with no other level than the paragraph.
  package var collapse: Bool?

  package init(query: String) { self.query = query }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    try self.init(readingQueryOf: parameters)
    limit = try parameters.integer(ifPresent: .limit)
    cursor = try parameters.string(ifPresent: .cursor)
    sort = try parameters.name(ifPresent: .sort)
    rank = try parameters.name(ifPresent: .rank)
    k1 = try parameters.number(ifPresent: .k1)
    b = try parameters.number(ifPresent: .b)
    explain = try parameters.boolean(ifPresent: .explain)
    collapse = try parameters.boolean(ifPresent: .collapse)
  }
}

extension SearchParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("b", ifPresent: b)
      json.member("collapse", ifPresent: collapse)
      json.member("cursor", ifPresent: cursor)
      json.member("explain", ifPresent: explain)
      json.member("from", ifPresent: from)
      json.member("k1", ifPresent: k1)
      json.member("level", ifPresent: level)
      json.member("limit", ifPresent: limit)
      json.member("match", ifPresent: match)
      json.member("query", query)
      json.member("rank", ifPresent: rank)
      json.member("since", ifPresent: since)
      json.member("sort", ifPresent: sort)
      json.member("speaker", anyOf: speakers)
      json.member("strict", ifPresent: strict)
      json.member("timeout", ifPresent: timeout)
      json.member("to", ifPresent: to)
    }
  }
}

/// The units for a query in the order asked, the best first if none was.
package struct SearchReply: Codable, Equatable, Sendable {
  package var query: String
  /// The query as it was read, in plain words.
  package var interpreted: String
  package var level: String
  package var generation: String
  /// How many units match; null when the answer is incomplete.
  @ExplicitNull package var total: Int?
  /// If near-identical paragraphs are collapsed: how many groups of them match; one that is like no other is a group too.
  package var groups: Int?
  package var complete: Bool
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int
  /// Why nothing was found; nil if something was.
  package var diagnosis: DiagnosisMessage?
  /// Hits passed over before the first of `hits`.
  package var offset: Int
  /// What to send to get the hits after these; null after the last.
  @ExplicitNull package var cursor: String?
  package var hits: [HitMessage]

  package init(
    query: String, interpreted: String, level: String = "paragraph", generation: String, total: Int?,
    groups: Int? = nil, complete: Bool = true, warnings: [WarningMessage] = [], elapsedMicroseconds: Int = 0,
    offset: Int = 0,
    cursor: String? = nil, hits: [HitMessage] = []
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.total = total
    self.groups = groups
    self.complete = complete
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
    self.offset = offset
    self.cursor = cursor
    self.hits = hits
  }
}

extension SearchReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", complete)
      json.member("cursor", cursor)
      json.member("diagnosis", ifPresent: diagnosis)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("generation", generation)
      json.member("groups", ifPresent: groups)
      json.member("hits", hits)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("offset", offset)
      json.member("query", query)
      json.member("total", total)
      json.member("warnings", warnings)
    }
  }
}
