/// Which paragraphs to return: those of the units that are named.
package struct GetParameters: TimedParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable { case ids, receipt, before, after, cursor, timeout }

  /// Paragraphs (`DOCUMENT#p12`, or `DOCUMENT#p12@6hex` as a citation gives it: then a text that has changed since is said), statements
  /// (`DOCUMENT#s3`) and documents (`DOCUMENT`).
  package var ids: [String]
  /// Whether to tell how each paragraph was made of its source; nil for no.
  package var receipt: Bool?
  /// How many paragraphs of the document before each to return too, 0 through ``contextLimit``; nil for none. Only of ids of paragraphs.
  package var before: Int?
  /// The same for those behind it.
  package var after: Int?
  /// Where an earlier reply stopped, as that reply said it.
  package var cursor: String?
  package var timeout: Int?
  package static let contextLimit = 100

  package init(ids: [String]) { self.ids = ids }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    ids = try parameters.strings(.ids)
    receipt = try parameters.boolean(ifPresent: .receipt)
    before = try parameters.integer(ifPresent: .before)
    after = try parameters.integer(ifPresent: .after)
    cursor = try parameters.string(ifPresent: .cursor)
    timeout = try parameters.integer(ifPresent: .timeout)
  }
}

extension GetParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("after", ifPresent: after)
      json.member("before", ifPresent: before)
      json.member("cursor", ifPresent: cursor)
      json.member("ids", ids)
      json.member("receipt", ifPresent: receipt)
      json.member("timeout", ifPresent: timeout)
    }
  }
}

/// Paragraphs by name.
package struct GetReply: Codable, Equatable, Sendable {
  package var generation: String
  /// What to send to get the items after these; null after the last.
  @ExplicitNull package var cursor: String?
  /// In the order of the ids: one for each paragraph's, of a statement or document one for each of its paragraphs.
  package var items: [GetItem]

  package init(generation: String, cursor: String? = nil, items: [GetItem]) {
    self.generation = generation
    self.cursor = cursor
    self.items = items
  }
}

extension GetReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("cursor", cursor)
      json.member("generation", generation)
      json.member("items", items)
    }
  }
}

/// What stands at a name.
package struct GetItem: Codable, Equatable, Sendable {
  /// The id as it was asked.
  package var asked: String
  /// The paragraph, without highlights; null if there is none, and `problem` says why.
  @ExplicitNull package var hit: HitMessage?
  /// The id with six hex digits of the SHA-256 of the paragraph's text: what to cite it by.
  @ExplicitNull package var citation: String?
  /// Whether the text is another than the digits in `asked` say.
  package var changed: Bool
  @ExplicitNull package var problem: String?
  /// The paragraphs around it that were asked for, in the order of the document; there are fewer at its ends.
  package var context: [ContextMessage]
  /// How the paragraph was made of its source; null if that was not asked, or cannot be told: then `warnings` says why.
  @ExplicitNull package var receipt: ReceiptMessage?
  package var warnings: [WarningMessage]

  package init(
    asked: String, hit: HitMessage? = nil, citation: String? = nil, changed: Bool = false,
    problem: String? = nil, context: [ContextMessage] = [], receipt: ReceiptMessage? = nil,
    warnings: [WarningMessage] = []
  ) {
    self.asked = asked
    self.hit = hit
    self.citation = citation
    self.changed = changed
    self.problem = problem
    self.context = context
    self.receipt = receipt
    self.warnings = warnings
  }
}

extension GetItem: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("asked", asked)
      json.member("changed", changed)
      json.member("citation", citation)
      json.member("context", context)
      json.member("hit", hit)
      json.member("problem", problem)
      json.member("receipt", receipt)
      json.member("warnings", warnings)
    }
  }
}

/// A paragraph that stands around one that was asked for.
package struct ContextMessage: Codable, Equatable, Sendable {
  /// Where it stands.
  package enum Place: String, Codable, JSONWritable, CaseIterable, Sendable { case before, after }

  package var place: Place
  /// What to cite it by.
  package var citation: String
  package var hit: HitMessage

  package init(place: Place, citation: String, hit: HitMessage) {
    self.place = place
    self.citation = citation
    self.hit = hit
  }
}

extension ContextMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("citation", citation)
      json.member("hit", hit)
      json.member("place", place)
    }
  }
}
