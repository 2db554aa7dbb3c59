/// What to explain: why a unit has its score for a query, how the query is answered, or both.
package struct ExplainParameters: QueryParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable, QueryKeys {
    case id, query, plan, timeout, strict, match, from, to, level, speaker, since, k1, b
  }

  /// `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`; nil where only the plan is asked for.
  package var id: String?
  package var query: String
  /// Whether to tell how the query is answered; nil for no.
  package var plan: Bool?
  package var timeout: Int?
  package var strict: Bool?
  package var match: MatchMode?
  package var from: String?
  package var to: String?
  /// Of the plan; with an id, nil or that of the id.
  package var level: UnitLevel?
  package var speakers: [String] = []
  package var since: String?
  /// As of a search.
  package var k1: Double?
  package var b: Double?

  package init(query: String) { self.query = query }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    try self.init(readingQueryOf: parameters)
    id = try parameters.string(ifPresent: .id)
    plan = try parameters.boolean(ifPresent: .plan)
    k1 = try parameters.number(ifPresent: .k1)
    b = try parameters.number(ifPresent: .b)
  }
}

extension ExplainParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("b", ifPresent: b)
      json.member("from", ifPresent: from)
      json.member("id", ifPresent: id)
      json.member("k1", ifPresent: k1)
      json.member("level", ifPresent: level)
      json.member("match", ifPresent: match)
      json.member("plan", ifPresent: plan)
      json.member("query", query)
      json.member("since", ifPresent: since)
      json.member("speaker", anyOf: speakers)
      json.member("strict", ifPresent: strict)
      json.member("timeout", ifPresent: timeout)
      json.member("to", ifPresent: to)
    }
  }
}

/// Why a unit has its score for a query, and how the query is answered.
package struct ExplainReply: Codable, Equatable, Sendable {
  package var query: String
  package var interpreted: String
  package var level: String
  package var generation: String
  /// null if it was not asked about one.
  @ExplicitNull package var id: String?
  /// null without an id.
  @ExplicitNull package var explanation: ExplanationMessage?
  /// null if it was not asked for.
  @ExplicitNull package var plan: PlanMessage?
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int

  package init(
    query: String, interpreted: String, level: String = "paragraph", generation: String, id: String? = nil,
    explanation: ExplanationMessage? = nil, plan: PlanMessage? = nil, warnings: [WarningMessage] = [],
    elapsedMicroseconds: Int = 0
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.id = id
    self.explanation = explanation
    self.plan = plan
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension ExplainReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("explanation", explanation)
      json.member("generation", generation)
      json.member("id", id)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("plan", plan)
      json.member("query", query)
      json.member("warnings", warnings)
    }
  }
}
