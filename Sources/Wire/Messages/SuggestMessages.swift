/// What to complete.
package struct SuggestParameters: TimedParameters, Equatable {
  package enum CodingKeys: CodingKey, CaseIterable { case prefix, limit, kinds, timeout }

  /// What was typed so far; a space at its end says that the last word is whole.
  package var prefix: String
  /// The most suggestions, 0 for all up to ``SuggestReply/limit``; nil for 10.
  package var limit: Int?
  /// nil for all.
  package var kinds: [SuggestionKindName]?
  package var timeout: Int?

  package init(prefix: String) { self.prefix = prefix }

  package init(reading parameters: ParameterReader<CodingKeys>) throws(WireError) {
    prefix = try parameters.string(.prefix)
    limit = try parameters.integer(ifPresent: .limit)
    kinds = try parameters.names(ifPresent: .kinds)
    timeout = try parameters.integer(ifPresent: .timeout)
  }
}

extension SuggestParameters: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kinds", ifPresent: kinds)
      json.member("limit", ifPresent: limit)
      json.member("prefix", prefix)
      json.member("timeout", ifPresent: timeout)
    }
  }
}

/// What a completion is.
package enum SuggestionKindName: String, Codable, JSONWritable, CaseIterable, Sendable {
  case term, phrase, speaker, title
}

/// What a beginning may become.
package struct SuggestReply: Codable, Equatable, Sendable {
  /// The most suggestions of one answer.
  package static let limit = 100

  package var prefix: String
  /// Kind by kind, of each the most frequent first.
  package var suggestions: [SuggestionMessage]
  package var generation: String
  package var warnings: [WarningMessage]
  package var elapsedMicroseconds: Int

  package init(
    prefix: String, suggestions: [SuggestionMessage] = [], generation: String,
    warnings: [WarningMessage] = [], elapsedMicroseconds: Int = 0
  ) {
    self.prefix = prefix
    self.suggestions = suggestions
    self.generation = generation
    self.warnings = warnings
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension SuggestReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("generation", generation)
      json.member("prefix", prefix)
      json.member("suggestions", suggestions)
      json.member("warnings", warnings)
    }
  }
}

/// One completion.
package struct SuggestionMessage: Codable, Equatable, Sendable {
  package var text: String
  package var kind: SuggestionKindName
  /// Of a term, the paragraphs in which it stands in any form; of a phrase, those in which it stands, null if that would take too long
  /// to count; of a speaker, the statements; of a title, the documents.
  @ExplicitNull package var count: Int?
  /// Of a speaker, another of their names, which begins so where that in `text` does not; without case and accents.
  package var alias: String?

  package init(text: String, kind: SuggestionKindName, count: Int?, alias: String? = nil) {
    self.alias = alias
    self.text = text
    self.kind = kind
    self.count = count
  }
}

extension SuggestionMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("alias", ifPresent: alias)
      json.member("count", count)
      json.member("kind", kind)
      json.member("text", text)
    }
  }
}
