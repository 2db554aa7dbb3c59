/// What to count, and by what.
package struct FacetParameters: QueryParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable, QueryKeys {
    case field, query, limit, timeout, strict, match, from, to, level, speaker, since
  }

  package var field: FacetFieldName
  /// Empty for all units.
  package var query: String
  /// The most rows, 0 for all up to ``FacetReply/rowLimit``; nil for 100.
  package var limit: Int?
  package var timeout: Int?
  package var strict: Bool?
  package var match: MatchMode?
  package var from: String?
  package var to: String?
  /// nil for statements if the field is `speaker` or `mode`, else for paragraphs.
  package var level: UnitLevel?
  package var speakers: [String] = []
  package var since: String?

  package init(query: String) {
    self.field = .speaker
    self.query = query
  }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    try self.init(readingQueryOf: parameters)
    field = try parameters.name(.field)
    limit = try parameters.integer(ifPresent: .limit)
  }
}

extension FacetParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("field", field)
      json.member("from", ifPresent: from)
      json.member("level", ifPresent: level)
      json.member("limit", ifPresent: limit)
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

/// What units can be counted by.
package enum FacetFieldName: String, Codable, JSONWritable, CaseIterable, Sendable {
  case speaker, mode, document, kind, publisher, language

  /// The level that is counted if none is asked for.
  package var presetLevel: UnitLevel {
    switch self {
    case .speaker, .mode: .statement
    case .document, .kind, .publisher, .language: .paragraph
    }
  }
}

/// How many units match for each value of a field.
package struct FacetReply: Codable, Equatable, Sendable {
  package static let rowLimit = 5_000

  package var query: String
  package var interpreted: String
  package var level: String
  package var generation: String
  package var field: String
  /// Most hits first; the row of units without a value last.
  package var rows: [FacetRowMessage]
  /// How many rows there are; `rows` may be cut.
  package var rowCount: Int
  /// null when the answer is incomplete.
  @ExplicitNull package var total: Int?
  /// What the hits of all rows add up to: a unit counts once in each row that it belongs to.
  @ExplicitNull package var memberships: Int?
  /// How far speakers of reported speech can be relied on; null where no row has any.
  @ExplicitNull package var reportedPrecision: PrecisionMessage?
  package var complete: Bool
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int
  /// Why nothing was found; nil if something was.
  package var diagnosis: DiagnosisMessage?

  package init(
    query: String, interpreted: String, level: String, generation: String, field: String,
    rows: [FacetRowMessage] = [], rowCount: Int = 0, total: Int? = nil, memberships: Int? = nil,
    reportedPrecision: PrecisionMessage? = nil, complete: Bool = true, warnings: [WarningMessage] = [],
    elapsedMicroseconds: Int = 0
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.field = field
    self.rows = rows
    self.rowCount = rowCount
    self.total = total
    self.memberships = memberships
    self.reportedPrecision = reportedPrecision
    self.complete = complete
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension FacetReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", complete)
      json.member("diagnosis", ifPresent: diagnosis)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("field", field)
      json.member("generation", generation)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("memberships", memberships)
      json.member("query", query)
      json.member("reportedPrecision", reportedPrecision)
      json.member("rowCount", rowCount)
      json.member("rows", rows)
      json.member("total", total)
      json.member("warnings", warnings)
    }
  }
}

/// One value.
package struct FacetRowMessage: Codable, Equatable, Sendable {
  /// null for units without a value: no named speaker, no statement, no publisher.
  @ExplicitNull package var value: String?
  /// Of a speaker or a document, what it is in every index; null of others.
  @ExplicitNull package var id: String?
  package var hits: Int
  /// Of a speaker, the hits by mode; a paragraph or document may count under more than one. null of other fields.
  @ExplicitNull package var modes: FacetModesMessage?

  package init(value: String?, id: String?, hits: Int, modes: FacetModesMessage? = nil) {
    self.value = value
    self.id = id
    self.hits = hits
    self.modes = modes
  }
}

extension FacetRowMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("hits", hits)
      json.member("id", id)
      json.member("modes", modes)
      json.member("value", value)
    }
  }
}

/// Hits by the form in which the statement stands.
package struct FacetModesMessage: Codable, Equatable, Sendable {
  package var speech: Int
  package var turn: Int
  package var reported: Int

  package init(speech: Int, turn: Int, reported: Int) {
    self.speech = speech
    self.turn = turn
    self.reported = reported
  }
}

extension FacetModesMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("reported", reported)
      json.member("speech", speech)
      json.member("turn", turn)
    }
  }
}

/// How many of those that were judged were right.
package struct PrecisionMessage: Codable, Equatable, Sendable {
  package var right: Int
  package var judged: Int

  package init(right: Int, judged: Int) {
    self.right = right
    self.judged = judged
  }
}

extension PrecisionMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("judged", judged)
      json.member("right", right)
    }
  }
}
