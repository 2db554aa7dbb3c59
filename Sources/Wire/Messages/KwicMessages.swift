/// What to make a concordance of.
package struct KwicParameters: QueryParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable, QueryKeys {
    case query, limit, cursor, sort, width, timeout, strict, match, from, to, level, speaker, since
  }

  package var query: String
  /// The most rows to return; 0 for as many as fit a page. nil is 10.
  package var limit: Int?
  /// Where an earlier reply stopped, as that reply said it.
  package var cursor: String?
  /// nil is by date, the earliest first.
  package var sort: SearchParameters.Sort?
  /// The most characters on either side of a match, 0 through ``widthLimit``; nil is 40.
  package var width: Int?
  package var timeout: Int?
  package var strict: Bool?
  package var match: MatchMode?
  package var from: String?
  package var to: String?
  package var level: UnitLevel?
  package var speakers: [String] = []
  package var since: String?
  package static let widthLimit = 1_000

  package init(query: String) { self.query = query }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    try self.init(readingQueryOf: parameters)
    limit = try parameters.integer(ifPresent: .limit)
    cursor = try parameters.string(ifPresent: .cursor)
    sort = try parameters.name(ifPresent: .sort)
    width = try parameters.integer(ifPresent: .width)
  }
}

extension KwicParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("cursor", ifPresent: cursor)
      json.member("from", ifPresent: from)
      json.member("level", ifPresent: level)
      json.member("limit", ifPresent: limit)
      json.member("match", ifPresent: match)
      json.member("query", query)
      json.member("since", ifPresent: since)
      json.member("sort", ifPresent: sort)
      json.member("speaker", anyOf: speakers)
      json.member("strict", ifPresent: strict)
      json.member("timeout", ifPresent: timeout)
      json.member("to", ifPresent: to)
      json.member("width", ifPresent: width)
    }
  }
}

/// Every occurrence of what was asked for, with the words around it.
package struct KwicReply: Codable, Equatable, Sendable {
  package var query: String
  /// The query as it was read, in plain words.
  package var interpreted: String
  package var level: String
  package var generation: String
  /// How many units match; null when the answer is incomplete.
  @ExplicitNull package var total: Int?
  /// How many rows there are in all, as ``TrendReply`` counts occurrences; null where it does not: for words joined by AND.
  @ExplicitNull package var occurrences: Int?
  package var complete: Bool
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int
  /// Why nothing was found; nil if something was.
  package var diagnosis: DiagnosisMessage?
  /// What to send to get the rows after these; null after the last.
  @ExplicitNull package var cursor: String?
  /// Unit by unit in the order asked, those of one unit in the order of its text.
  package var rows: [KwicRowMessage]

  package init(
    query: String, interpreted: String, level: String = "paragraph", generation: String, total: Int?,
    occurrences: Int? = nil, complete: Bool = true, warnings: [WarningMessage] = [],
    elapsedMicroseconds: Int = 0,
    cursor: String? = nil, rows: [KwicRowMessage] = []
  ) {
    self.query = query
    self.interpreted = interpreted
    self.level = level
    self.generation = generation
    self.total = total
    self.occurrences = occurrences
    self.complete = complete
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
    self.cursor = cursor
    self.rows = rows
  }
}

extension KwicReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", complete)
      json.member("cursor", cursor)
      json.member("diagnosis", ifPresent: diagnosis)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("generation", generation)
      json.member("interpreted", interpreted)
      json.member("level", level)
      json.member("occurrences", occurrences)
      json.member("query", query)
      json.member("rows", rows)
      json.member("total", total)
      json.member("warnings", warnings)
    }
  }
}

/// One occurrence.
package struct KwicRowMessage: Codable, Equatable, Sendable {
  /// Of the unit it stands in: `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  package var id: String
  package var document: DocumentMessage
  /// What stands before it in its paragraph.
  package var left: String
  package var match: String
  /// What of `match` was asked for: half-open ranges `[start, end]` in its Unicode scalars, ascending; nil for all of it.
  package var highlights: [[Int]]?
  /// What stands behind it in its paragraph.
  package var right: String
  /// Where the match starts.
  package var source: SourceMessage

  package init(
    id: String, document: DocumentMessage, left: String, match: String, highlights: [[Int]]? = nil,
    right: String, source: SourceMessage
  ) {
    self.id = id
    self.document = document
    self.left = left
    self.match = match
    self.highlights = highlights
    self.right = right
    self.source = source
  }
}

extension KwicRowMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("document", document)
      json.member("highlights", ifPresent: highlights)
      json.member("id", id)
      json.member("left", left)
      json.member("match", match)
      json.member("right", right)
      json.member("source", source)
    }
  }
}
