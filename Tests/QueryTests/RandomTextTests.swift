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
    "and", "not", "year:", "date:", "speaker:", "mode:", "autor:", "Title:", "NEAR5", "~0", "turn",
    "2009..2013", "2013-09-11", "..2010", "foo:",
    "…", "\u{0}", "NEAR", "ADJ", "NOTNEAR/0", " NEAR ", " ADJ/p ", "~1", "*", "title:", "section:", "doc:",
    "about:",
    "level:", "document", "lang:", "kind:", "symbol:", "S/RES/1973", ",", "prevent*", "\"a b\"~2",
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
        let parsed = try QueryParser().parse(query)
        #expect(parsed.query?.clauseCount ?? 0 <= QueryParser.clauseLimit)
      } catch {
        switch error {
        case .tooManyClauses, .tooDeep, .tooDeepNearness: break
        case .tooLong: Issue.record("\(error)")
        }
      }
    }
  }

  private func check(_ query: String) throws {
    try check(query, QueryParser())
    try check(query, QueryParser(match: .any, dates: DateInterval("2013"), speakers: ["Chile"]))
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
      parsed.query.map({ $0.isWellFormed() && !parsed.interpreted.isEmpty }) ?? parsed.interpreted.isEmpty
    else {
      Issue.record("\(query.debugDescription) is read as \(parsed.interpreted)")
      return
    }
  }
}

extension Query {
  /// Whether the tree has the shape that its documentation promises; recursive, for shallow trees.
  fileprivate func isWellFormed(inStatement isInStatement: Bool = false) -> Bool {
    switch self {
    case .word(let word): return !word.term.isEmpty
    case .phrase(let words):
      return words.count > 1 && words.allSatisfy { $0.form == .exact && !$0.term.isEmpty }
    case .sloppyPhrase(let words, let slop): return slop > 0 && Query.phrase(words).isWellFormed()
    case .pattern(let pattern): return pattern.isWellFormed
    case .synonyms(let alternatives):
      return alternatives.count > 1 && alternatives.allSatisfy { $0.isLeaf && $0.isWellFormed() }
    case .near(let proximity, let left, let right):
      if case .words(let count) = proximity.reach, count < 1 { return false }
      return [left, right].allSatisfy { $0.standsInText && $0.isWellFormed() }
    case .dates(let intervals): return !intervals.isEmpty
    case .speaker(let name): return isInStatement && !name.key.isEmpty
    case .mode: return isInStatement
    case .about(let name): return !name.key.isEmpty
    case .document(let test): return test.isWellFormed
    // No text asks for it.
    case .newSince: return false
    case .inStatement(let operand): return operand.isWellFormed(inStatement: true)
    case .everything: return true
    case .not(let operand):
      if case .not = operand { return false }
      return operand.isWellFormed(inStatement: isInStatement)
    case .and(let operands):
      let nested = operands.contains { if case .and = $0 { true } else { false } }
      return operands.count > 1 && !nested
        && operands.allSatisfy { $0.isWellFormed(inStatement: isInStatement) }
    case .or(let operands):
      let nested = operands.contains { if case .or = $0 { true } else { false } }
      let dates = operands.filter { if case .dates = $0 { true } else { false } }
      return operands.count > 1 && !nested && dates.count < 2
        && operands.allSatisfy { $0.isWellFormed(inStatement: isInStatement) }
    }
  }
}

extension QueryPattern {
  fileprivate var isWellFormed: Bool {
    switch pattern {
    case .prefix(let term): !text.isEmpty && !term.isEmpty
    case .fuzzy(let term, let edits): !text.isEmpty && !term.isEmpty && (1...2).contains(edits)
    }
  }
}

extension DocumentTest {
  fileprivate var isWellFormed: Bool {
    switch value {
    case .name(let key, _): !field.isOfWords && !key.isEmpty
    case .words(let words): field.isOfWords && !words.isEmpty && words.allSatisfy { !$0.term.isEmpty }
    case .phrase(let words): field.isOfWords && Query.phrase(words).isWellFormed()
    case .pattern(let pattern): field.isOfWords && pattern.isWellFormed
    }
  }
}
