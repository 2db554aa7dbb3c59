/// What to count year by year.
package struct TrendParameters: QueryParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable, QueryKeys {
    case query, timeout, strict, match, from, to, level, speaker, since
  }

  package var query: String
  package var timeout: Int?
  package var strict: Bool?
  package var match: MatchMode?
  package var from: String?
  package var to: String?
  package var level: UnitLevel?
  package var speakers: [String] = []
  package var since: String?

  package init(query: String) { self.query = query }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    try self.init(readingQueryOf: parameters)
  }
}

extension TrendParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("from", ifPresent: from)
      json.member("level", ifPresent: level)
      json.member("match", ifPresent: match)
      json.member("query", query)
      json.member("since", ifPresent: since)
      json.member("speaker", anyOf: speakers)
      json.member("strict", ifPresent: strict)
      json.member("timeout", ifPresent: timeout)
      json.member("to", ifPresent: to)
    }
  }
}

/// How many units match in each year.
package struct TrendReply: Codable, Equatable, Sendable {
  package var query: String
  package var interpreted: String
  package var level: String
  package var generation: String
  package var by: String
  /// Ascending, with a row for every year of the range; undated units, if any, last.
  package var rows: [TrendRowMessage]
  /// null when the answer is incomplete.
  @ExplicitNull package var total: Int?
  package var complete: Bool
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int
  /// Why nothing was found; nil if something was.
  package var diagnosis: DiagnosisMessage?

  package init(
    query: String, interpreted: String, level: String = "paragraph", generation: String, by: String = "year",
    rows: [TrendRowMessage] = [], total: Int?, complete: Bool = true, warnings: [WarningMessage] = [],
    elapsedMicroseconds: Int = 0
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.by = by
    self.rows = rows
    self.total = total
    self.complete = complete
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension TrendReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("by", by)
      json.member("complete", complete)
      json.member("diagnosis", ifPresent: diagnosis)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("generation", generation)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("query", query)
      json.member("rows", rows)
      json.member("total", total)
      json.member("warnings", warnings)
    }
  }
}

/// One year of a trend.
package struct TrendRowMessage: Codable, Equatable, Sendable {
  /// null for undated units.
  @ExplicitNull package var year: Int?
  package var hits: Int
  /// All units of the year that pass the filters; 0 for a year without documents.
  package var units: Int
  /// `hits / units`; null for a year without documents.
  @ExplicitNull package var share: Double?
  /// null for a query whose words are joined by AND.
  @ExplicitNull package var occurrences: Int?
  package var tokens: Int
  /// Occurrences per million tokens; null without occurrences or tokens.
  @ExplicitNull package var perMillion: Double?

  /// Derives the two ratios from the counts.
  package init(year: Int?, hits: Int, units: Int, occurrences: Int?, tokens: Int) {
    self.year = year
    self.hits = hits
    self.units = units
    self.share = units > 0 ? Double(hits) / Double(units) : nil
    self.occurrences = occurrences
    self.tokens = tokens
    self.perMillion =
      if let occurrences, tokens > 0 { Double(occurrences) * 1_000_000 / Double(tokens) } else { nil }
  }
}

extension TrendRowMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("hits", hits)
      json.member("occurrences", occurrences)
      json.member("perMillion", perMillion)
      json.member("share", share)
      json.member("tokens", tokens)
      json.member("units", units)
      json.member("year", year)
    }
  }
}
