/// Why a unit has its score for a query, or why it does not match.
///
/// Scores are multiples of 2⁻²⁰, so that those of the parts add up exactly.
package struct ExplanationMessage: Codable, Equatable, Sendable {
  package var matches: Bool
  /// What a search gives the unit: the sum of the parts' scores; 0 if it does not match.
  package var score: Double
  package var k1: Double
  package var b: Double
  /// What of the query can add to the score, in its order.
  package var parts: [PartMessage]
  /// Of a unit that does not match: what of the query is not so of it.
  package var unmet: [UnmetMessage]

  package init(
    matches: Bool, score: Double, k1: Double, b: Double, parts: [PartMessage], unmet: [UnmetMessage] = []
  ) {
    self.matches = matches
    self.score = score
    self.k1 = k1
    self.b = b
    self.parts = parts
    self.unmet = unmet
  }
}

extension ExplanationMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("b", b)
      json.member("k1", k1)
      json.member("matches", matches)
      json.member("parts", parts)
      json.member("score", score)
      json.member("unmet", unmet)
    }
  }
}

/// What a word, phrase, pattern or group of synonyms adds to a unit's score.
package struct PartMessage: Codable, Equatable, Sendable {
  /// In plain words.
  package var text: String
  /// What is weighed and counted: `statement` of what must stand in a statement of a document.
  package var level: String
  /// Whether only what stands in a statement that matches counts.
  package var inStatement: Bool
  /// How often it stands in the unit.
  package var occurrences: Int
  /// How often it counts, which is 0 where what it is joined with is not there.
  package var frequency: Int
  /// Of a phrase its words, whose idfs add up; of all else itself.
  package var terms: [WeighedTermMessage]
  /// Units of the level.
  package var units: Int
  package var idf: Double
  /// Words in a unit of the level.
  package var averageLength: Double
  /// What is scored for itself: the unit, or each piece of a statement in it; empty if it adds nothing.
  package var portions: [PortionMessage]
  /// The sum of the portions' scores.
  package var score: Double

  package init(
    text: String, level: String = "paragraph", inStatement: Bool = false, occurrences: Int, frequency: Int,
    terms: [WeighedTermMessage], units: Int, idf: Double, averageLength: Double, portions: [PortionMessage],
    score: Double
  ) {
    self.text = text
    self.level = level
    self.inStatement = inStatement
    self.occurrences = occurrences
    self.frequency = frequency
    self.terms = terms
    self.units = units
    self.idf = idf
    self.averageLength = averageLength
    self.portions = portions
    self.score = score
  }
}

extension PartMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("averageLength", averageLength)
      json.member("frequency", frequency)
      json.member("idf", idf)
      json.member("inStatement", inStatement)
      json.member("level", level)
      json.member("occurrences", occurrences)
      json.member("portions", portions)
      json.member("score", score)
      json.member("terms", terms)
      json.member("text", text)
      json.member("units", units)
    }
  }
}

/// How rare a word or group is.
package struct WeighedTermMessage: Codable, Equatable, Sendable {
  package var text: String
  /// Units of the level with it.
  package var units: Int
  package var idf: Double

  package init(text: String, units: Int, idf: Double) {
    self.text = text
    self.units = units
    self.idf = idf
  }
}

extension WeighedTermMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("idf", idf)
      json.member("text", text)
      json.member("units", units)
    }
  }
}

/// Something that is scored for itself.
package struct PortionMessage: Codable, Equatable, Sendable {
  package var frequency: Int
  /// Words, as the byte tells that keeps lengths: those above 40 are rounded down.
  package var length: Int
  package var score: Double

  package init(frequency: Int, length: Int, score: Double) {
    self.frequency = frequency
    self.length = length
    self.score = score
  }
}

extension PortionMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("frequency", frequency)
      json.member("length", length)
      json.member("score", score)
    }
  }
}

/// A clause of a query that is not so of a unit.
package struct UnmetMessage: Codable, Equatable, Sendable {
  /// In plain words.
  package var clause: String
  package var reason: String

  package init(clause: String, reason: String) {
    self.clause = clause
    self.reason = reason
  }
}

extension UnmetMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("clause", clause)
      json.member("reason", reason)
    }
  }
}
