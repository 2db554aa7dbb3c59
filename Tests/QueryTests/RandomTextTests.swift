import Query
import TestSupport
import Testing
import Text

/// Whatever is typed is answered, and what the parser hands out keeps its promises.
@Suite struct RandomTextTests {
  /// What queries are made of; drawn at random these make every kind of broken syntax.
  private static let pieces = [
    "a", "veto", "US", "focal-point", "A/67/929", "it's", "2009", "日本", "e\u{301}", "🎉", " ", " ", " ", "\n",
    "(",
    ")", "\"", "“", "”", "-", "=", "*", "~", "~2", ":", "..", "/", "AND", "OR", "NOT", "NEAR", "ADJ/3",
    "NOTNEAR/s",
    "and", "not", "year:", "date:", "speaker:", "2009..2013", "2013-09-11", "..2010", "foo:", "…", "\u{0}",
  ]

  @Test func piecesOfSyntax() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...16, using: &generator)
      let query = (0..<count).map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
      try check(query)
    }
  }

  @Test func bytes() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func longTexts() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      var query = ""
      while query.utf8.count < 4_000 { query += Self.pieces.randomElement(using: &generator)! }
      do throws(QueryError) {
        _ = try QueryParser().parse(query)
      } catch {
        guard case .tooManyClauses = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  private func check(_ query: String) throws {
    try check(query, QueryParser())
    try check(query, QueryParser(match: .any, dates: DateInterval("2013")))
  }

  private func check(_ query: String, _ parser: QueryParser) throws {
    let parsed = try parser.parse(query)
    let scalarCount = query.unicodeScalars.count
    var lastStart = 0
    for warning in parsed.warnings {
      guard lastStart <= warning.start, warning.start < warning.end, warning.end <= scalarCount else {
        Issue.record("range \(warning.start)..<\(warning.end) of \(query.debugDescription)")
        return
      }
      lastStart = warning.start
    }
    guard parsed.warnings.count <= QueryWarning.limit,
      parsed.query.map(\.isWellFormed) ?? parsed.interpreted.isEmpty
    else {
      Issue.record("\(query.debugDescription) is read as \(parsed.interpreted)")
      return
    }
  }
}

extension Query {
  /// Whether the tree has the shape that its documentation promises; recursive, for shallow trees.
  fileprivate var isWellFormed: Bool {
    switch self {
    case .word(let word): return !word.term.isEmpty
    case .phrase(let words):
      return words.count > 1 && words.allSatisfy { $0.form == .exact && !$0.term.isEmpty }
    case .dates(let intervals): return !intervals.isEmpty
    case .not(let operand):
      if case .not = operand { return false }
      return operand.isWellFormed
    case .and(let operands):
      let nested = operands.contains { if case .and = $0 { true } else { false } }
      return operands.count > 1 && !nested && operands.allSatisfy(\.isWellFormed)
    case .or(let operands):
      let nested = operands.contains { if case .or = $0 { true } else { false } }
      let dates = operands.filter { if case .dates = $0 { true } else { false } }
      return operands.count > 1 && !nested && dates.count < 2 && operands.allSatisfy(\.isWellFormed)
    }
  }
}
