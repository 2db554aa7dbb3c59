import Query
import Search

/// Random queries by the grammar of the query language, of the words of a collection: whatever people may ask, and more.
///
/// Words are drawn as often as they stand in the collection, so that the frequent ones, which cost most, come often.
struct GrammarQueries {
  private let words: [String]
  private var random: SplitMix64

  /// - Parameter words: At least one, each as often as it stands in the collection.
  init(of words: [String], seed: UInt64) {
    precondition(!words.isEmpty)
    self.words = words
    random = SplitMix64(seed: seed)
  }

  /// A query with what goes with it.
  mutating func next() -> RandomQuery {
    let text = oneIn(20) ? garbled(alternatives(depth: 3)) : alternatives(depth: 3)
    return RandomQuery(text: text, options: options(), matchesAny: oneIn(5))
  }

  // MARK: - Productions

  private mutating func alternatives(depth: Int) -> String {
    list(oneIn(5) ? number(2...4) : 1, " OR ") { $0.conjunction(depth: depth) }
  }

  private mutating func conjunction(depth: Int) -> String {
    list(oneIn(2) ? 1 : number(2...4), oneIn(6) ? " AND " : " ") { queries in
      (queries.oneIn(10) ? "NOT " : queries.oneIn(20) ? "-" : "") + queries.proximity(depth: depth)
    }
  }

  private mutating func proximity(depth: Int) -> String {
    var text = atom(depth: depth)
    while oneIn(5) { text += " \(nearness()) " + atom(depth: depth) }
    return text
  }

  private mutating func nearness() -> String {
    let reach = ["", "", "/\(number(0...30))", "/s", "/p"]
    return pick(["NEAR", "NEAR", "ADJ", "NOTNEAR"]) + pick(reach)
  }

  private mutating func atom(depth: Int) -> String {
    if depth > 0, oneIn(6) { return "(" + alternatives(depth: depth - 1) + ")" }
    if oneIn(8) { return field(depth: depth) }
    if oneIn(6) { return phrase() }
    return term()
  }

  private mutating func term() -> String {
    let word = pick(words)
    switch number(0...15) {
    case 0: return "=" + word
    case 1: return String(word.prefix(number(1...4))) + "*"
    case 2: return word + "~" + pick(["", "1", "2"])
    default: return word
    }
  }

  private mutating func phrase() -> String {
    "\"" + list(number(2...4), " ") { $0.pick($0.words) } + "\"" + (oneIn(3) ? "~\(number(1...9))" : "")
  }

  private mutating func field(depth: Int) -> String {
    let year = number(1970...2018)
    let dates = [
      "year:\(year)", "year:\(year)..", "date:\(year)-\(number(1...12))", "year:\(year)..\(year + 9)",
    ]
    let people = ["France", "china", "\"Secretary-General\"", "(France AND Chile)", "nobody"]
    switch number(0...9) {
    case 0...3: return pick(dates)
    case 4, 5: return "speaker:" + pick(people)
    case 6: return "about:" + pick(people)
    case 7: return pick(["title:", "section:", "doc:", "symbol:", "kind:"]) + term()
    case 8: return pick(["lang:en", "mode:speech", "mode:reported", "level:statement", "level:document"])
    default: return pick(["title:", "year:", "speaker:", "autor:"]) + "(" + alternatives(depth: 0) + ")"
    }
  }

  /// The text with a run of characters left out or doubled, as slips of the hand are.
  private mutating func garbled(_ text: String) -> String {
    let start = number(0...max(0, text.count - 1))
    let run = text.dropFirst(start).prefix(number(1...3))
    return String(text.prefix(start) + (oneIn(2) ? run + run : "") + text.dropFirst(start + run.count))
  }

  private mutating func options() -> SearchOptions {
    var options = SearchOptions()
    options.level = pick([.paragraph, .paragraph, .statement, .document])
    options.sort = pick([.relevance, .relevance, .relevance, .dateAscending, .dateDescending])
    if options.sort == .relevance, oneIn(10) { options.rank = .best }
    options.collapses = options.level == .paragraph && oneIn(10)
    return options
  }

  // MARK: - Chance

  private mutating func list(
    _ count: Int, _ separator: String, _ make: (inout GrammarQueries) -> String
  ) -> String {
    (0..<count).map { _ in make(&self) }.joined(separator: separator)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  private mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }
}
