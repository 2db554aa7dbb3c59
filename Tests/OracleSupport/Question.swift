import Query
import Search
import TestSupport
import Text

/// What one pair of the oracle asks of a sample: a tree, its text, and how it is to be answered.
package struct Question: Sendable {
  var asked: Asked
  var match: QueryParser.Match
  /// The days to which the answer is restricted besides.
  var dates: Asked.DateValue?
  /// In whose statements the answer must be besides.
  var speaker: Asked.SpeakerName?
  var level: Level
  /// What the matches are counted by.
  var field: FacetField
  /// Whether all units are counted by it, too.
  var countsAll: Bool
  var sort: SortOrder
  var limit: Int
  var offset: Int
  var k1: Double
  var b: Double
  /// Chooses between the ways in which the tree can be written.
  var spelling: UInt64
  /// Whether windows are shared from the start: with other threads only where there are many, as in few samples.
  var isHelped: Bool

  /// In the query language.
  var text: String {
    var generator = SeededGenerator(seed: spelling)
    return asked.written(using: &generator)
  }

  var meaning: Meaning { Meaning(asked, match, in: dates, by: speaker) }

  var parser: QueryParser {
    let interval = dates.map {
      DateInterval(
        first: max(Int32($0.days.lowerBound), DateInterval.earliestDay),
        last: Int32(min($0.days.upperBound, Int(DateInterval.latestDay))))
    }
    return QueryParser(match: match, dates: interval, speakers: speaker.map { [$0.text] } ?? [])
  }

  var options: SearchOptions {
    var options = SearchOptions()
    options.level = level
    options.sort = sort
    options.limit = limit
    options.offset = offset
    options.parameters = BM25.Parameters(k1: k1, b: b)
    // Asked again, as the oracle does, every segment is searched by ranges.
    options.leastUnitCountForRanges = 0
    if isHelped { options.patience = .zero }
    return options
  }

  /// Question `number` about a sample: always the same.
  package init(number: Int, about corpus: SampleCorpus, seed: UInt64) {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number) &+ 1)
    asked = .random(
      depth: [0, 1, 1, 2, 2, 3].randomElement(using: &generator)!, about: corpus, using: &generator)
    match = Int.random(in: 0..<3, using: &generator) == 0 ? .any : .all
    dates = nil
    if Int.random(in: 0..<8, using: &generator) == 0 {
      dates = Asked.DateValue(about: corpus, using: &generator)
    }
    speaker = nil
    if Int.random(in: 0..<8, using: &generator) == 0 {
      speaker = Asked.SpeakerName.all.randomElement(using: &generator)!
    }
    level = [.paragraph, .paragraph, .statement, .document].randomElement(using: &generator)!
    field = FacetField.allCases.randomElement(using: &generator)!
    countsAll = Int.random(in: 0..<10, using: &generator) == 0
    sort = [.relevance, .relevance, .relevance, .dateAscending, .dateDescending].randomElement(
      using: &generator)!
    limit = [0, 1, 2, 3, 10, 10, 10, 20, 100, 150].randomElement(using: &generator)!
    offset = [0, 0, 0, 0, 0, 1, 2, 7, 100].randomElement(using: &generator)!
    let isDefault = Int.random(in: 0..<4, using: &generator) > 0
    k1 = isDefault ? 1.2 : [0, 0.5, 0.9, 2, 1000].randomElement(using: &generator)!
    b = isDefault ? 0.75 : [0, 0.4, 1].randomElement(using: &generator)!
    spelling = generator.next()
    isHelped = Bool.random(using: &generator)
  }
}

extension Question: CustomStringConvertible {
  package var description: String {
    let days = dates.map { ", within \($0.text)" } ?? ""
    let speaker = speaker.map { ", by \($0.text)" } ?? ""
    return
      "\(text)   (level \(level), match \(match), order \(sort)\(days)\(speaker), by \(field), limit \(limit), offset \(offset), k1 \(k1), b \(b)\(isHelped ? ", helped" : ""))"
  }
}
