/// What to count.
package struct CountParameters: QueryParameters, Equatable {
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

extension CountParameters: JSONWritable {
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

/// How many units match.
package struct CountReply: Codable, Equatable, Sendable {
  package var query: String
  package var interpreted: String
  package var level: String
  package var generation: String
  /// null when the answer is incomplete.
  @ExplicitNull package var total: Int?
  /// All units that pass the filters, matching or not, by level.
  package var units: [String: Int]
  package var complete: Bool
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int
  /// Why nothing was found; nil if something was.
  package var diagnosis: DiagnosisMessage?

  package init(
    query: String, interpreted: String, level: String = "paragraph", generation: String, total: Int?,
    units: [String: Int] = [:], complete: Bool = true, warnings: [WarningMessage] = [],
    elapsedMicroseconds: Int = 0
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.total = total
    self.units = units
    self.complete = complete
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension CountReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", complete)
      json.member("diagnosis", ifPresent: diagnosis)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("generation", generation)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("query", query)
      json.member("total", total)
      json.member("units", units)
      json.member("warnings", warnings)
    }
  }
}
