/// How a query was answered.
package struct PlanMessage: Codable, Equatable, Sendable {
  /// How many units match.
  package var total: Int
  /// Why every match was scored; null if that was not so.
  @ExplicitNull package var everyMatch: EveryMatch?
  /// How the best were found and all were counted, with how many segments each way.
  package var steps: [PlanStepMessage]
  /// The query's words, phrases, patterns and groups of synonyms, those under NOT too, each once.
  package var leaves: [PlanLeafMessage]

  /// Why every match is scored.
  package enum EveryMatch: String, Codable, JSONWritable, CaseIterable, Sendable {
    /// Statements and documents have no posting lists.
    case level
    /// The query is not one word or phrase, words under OR, or words and phrases under AND.
    case shape
    /// Scores of so many words might not fit the sums.
    case greatScores = "great-scores"
    /// By date, every match must be looked at.
    case order
    /// A way of answering was switched off.
    case techniques
  }

  package init(
    total: Int, everyMatch: EveryMatch? = nil, steps: [PlanStepMessage], leaves: [PlanLeafMessage]
  ) {
    self.total = total
    self.everyMatch = everyMatch
    self.steps = steps
    self.leaves = leaves
  }
}

extension PlanMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("everyMatch", everyMatch)
      json.member("leaves", leaves)
      json.member("steps", steps)
      json.member("total", total)
    }
  }
}

/// How some segments were searched.
package struct PlanStepMessage: Codable, Equatable, Sendable {
  /// How the best units are found.
  package enum Best: String, Codable, JSONWritable, CaseIterable, Sendable {
    /// Nothing there can match.
    case nothing
    /// The head of the one list, where its best units are kept.
    case leaders
    /// The one list, passing over what its frequency and length rule out.
    case list
    /// Several lists, window by window: MaxScore.
    case maxScore = "max-score"
    /// Ranges of units, those first in which the lists can add most.
    case ranges
    /// The rarest list, its units first in whose neighbourhood the others can add most.
    case rarest
    /// The rarest list, the others asked for what it has.
    case conjunction
    /// Every match, window by window.
    case everyMatch = "every-match"
  }

  /// How the total is found.
  package enum Count: String, Codable, JSONWritable, CaseIterable, Sendable {
    case nothing
    /// The length of the one list.
    case listLength = "list-length"
    /// A bit for each unit, 65,536 at a time.
    case bits
    /// The other lists asked for the units of the rarest.
    case asking
    /// While the best were found.
    case whileFinding = "while-finding"
  }

  package var best: Best
  package var count: Count
  package var segments: Int

  package init(best: Best, count: Count, segments: Int) {
    self.best = best
    self.count = count
    self.segments = segments
  }
}

extension PlanStepMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("best", best)
      json.member("count", count)
      json.member("segments", segments)
    }
  }
}

/// A word, phrase, pattern or group of synonyms, with the posting lists that are read for it.
package struct PlanLeafMessage: Codable, Equatable, Sendable {
  /// In plain words.
  package var text: String
  package var lists: [PlanListMessage]

  package init(text: String, lists: [PlanListMessage]) {
    self.text = text
    self.lists = lists
  }
}

extension PlanLeafMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("lists", lists)
      json.member("text", text)
    }
  }
}

/// The posting lists of a word, of the terms it stands for, or of a pair of words, those of all segments together.
package struct PlanListMessage: Codable, Equatable, Sendable {
  /// Whose lists these are.
  package enum Kind: String, Codable, JSONWritable, CaseIterable, Sendable {
    /// Of a word.
    case word
    /// Of all terms that are found for it.
    case terms
    /// Of two words that are frequent beside each other.
    case pair
  }

  /// What they are the lists of, in plain words.
  package var text: String
  package var kind: Kind
  /// How many they are.
  package var lists: Int
  /// Paragraphs in them, which of several terms count more than once.
  package var paragraphs: Int
  /// Blocks of 128 paragraphs or fewer.
  package var blocks: Int
  package var bytes: Int
  /// How they tell which paragraphs they have (`bitmap`, `bytes` or `gaps`), with how many do so.
  package var forms: [String: Int]

  package init(
    text: String, kind: Kind, lists: Int, paragraphs: Int, blocks: Int, bytes: Int, forms: [String: Int]
  ) {
    self.text = text
    self.kind = kind
    self.lists = lists
    self.paragraphs = paragraphs
    self.blocks = blocks
    self.bytes = bytes
    self.forms = forms
  }
}

extension PlanListMessage: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("blocks", blocks)
      json.member("bytes", bytes)
      json.member("forms", forms)
      json.member("kind", kind)
      json.member("lists", lists)
      json.member("paragraphs", paragraphs)
      json.member("text", text)
    }
  }
}
