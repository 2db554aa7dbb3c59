import Query
import Testing

@testable import Benchmarks

/// Random queries are the same for a seed, and are made of all that the language has.
struct RandomQueriesTests {
  private static func texts(seed: UInt64, count: Int = 2_000) -> [String] {
    var queries = GrammarQueries(of: ["the", "veto", "weapons"], seed: seed)
    return (0..<count).map { _ in queries.next().text }
  }

  @Test func aSeedAlwaysGivesTheSame() {
    #expect(Self.texts(seed: 1, count: 50) == Self.texts(seed: 1, count: 50))
    #expect(Self.texts(seed: 1, count: 50) != Self.texts(seed: 2, count: 50))
    var (one, other) = (ByteQueries(seed: 1), ByteQueries(seed: 1))
    #expect((0..<50).allSatisfy { _ in one.next().text == other.next().text })
  }

  @Test func everyOperatorComes() throws {
    let texts = Self.texts(seed: 1)
    for operation in [
      " OR ", " AND ", "NOT ", " NEAR", " ADJ", " NOTNEAR", "/s ", "=", "*", "~", "\"", "(", "year:",
      "speaker:",
    ] {
      #expect(texts.contains { $0.contains(operation) }, "\(operation)")
    }
    // Most are read as they were meant.
    let parsed = try texts.map { try QueryParser().parse($0) }
    #expect(parsed.count { $0.warnings.isEmpty } > texts.count / 2)
  }

  @Test func theSlowestAreTold() {
    var queries = ByteQueries(seed: 1)
    var answers = RandomAnswers(limit: 100)
    for number in 0..<200 {
      answers.add(queries.next(), number < 50 ? .none : .refused("tooLong"), milliseconds: Double(number))
    }
    let lines = answers.text.split(separator: "\n")
    #expect(lines[0] == "200 queries: 150 refused (tooLong), 50 without")
    #expect(lines[1].hasPrefix("milliseconds p50 100, ") && lines[1].hasSuffix("slowest 199"))
    #expect(lines[2] == "99 took longer than 100 ms; the slowest:")
    #expect(lines[3].hasPrefix("199 ms  paragraph, relevance, plain"))
    #expect(lines.count == 3 + 20)
  }
}
