import Query
import TestSupport
import Testing
import Text

/// A tree written in the grammar and read again is the same tree.
@Suite struct RoundTripTests {
  @Test func treesSurvive() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<5_000 {
      let tree = Self.tree(depth: Int.random(in: 0...4, using: &generator), inside: .none, &generator)
      let written = Self.written(tree, &generator)
      let parsed = try parse(written)
      guard parsed.query == tree, !parsed.warnings.contains(where: \.isSyntax) else {
        Issue.record("\(written) is read as \(parsed.interpreted), \(parsed.warnings)")
        return
      }
    }
  }

  private enum Context { case none, and, or, not }

  private static let words = ["a", "veto", "focal", "point", "Rwanda", "and", "or", "not", "near", "year"]

  /// A random tree in the parser's shape.
  private static func tree(depth: Int, inside context: Context, _ generator: inout SeededGenerator) -> Query {
    let kind = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
    switch kind {
    case 1 where context != .and:
      return .and(operands(depth: depth, inside: .and, &generator))
    case 2 where context != .or:
      var operands = operands(depth: depth, inside: .or, &generator)
      // One list of dates in an OR at most.
      var hasDates = false
      for (index, operand) in operands.enumerated() {
        guard case .dates = operand else { continue }
        if hasDates { operands[index] = anyForm("a") }
        hasDates = true
      }
      return .or(operands)
    case 3 where context != .not:
      return .not(tree(depth: depth - 1, inside: .not, &generator))
    default:
      return leaf(&generator)
    }
  }

  private static func operands(depth: Int, inside context: Context, _ generator: inout SeededGenerator)
    -> [Query]
  {
    (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      tree(depth: depth - 1, inside: context, &generator)
    }
  }

  private static func leaf(_ generator: inout SeededGenerator) -> Query {
    switch Int.random(in: 0...5, using: &generator) {
    case 5:
      let speaker = Query.speaker(SpeakerName(text: "Chile", key: Array("chile".utf8)))
      let beside = [exact("veto"), .mode(.turn), phrase("focal point")].randomElement(using: &generator)!
      return .inStatement(Bool.random(using: &generator) ? speaker : .and([speaker, beside]))
    case 0: return exact(words.randomElement(using: &generator)!)
    case 1:
      let count = Int.random(in: 2...4, using: &generator)
      return phrase((0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " "))
    case 2:
      return .dates(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let first = Int32.random(in: 1...9998, using: &generator) * 10_000 + 101
          let last = Int32.random(in: first / 10_000...9998, using: &generator) * 10_000 + 228
          return DateInterval(first: first, last: last)
        })
    default: return anyForm(words.randomElement(using: &generator)!)
    }
  }

  /// The tree in the grammar, choosing at random where the grammar leaves a choice; recursive.
  private static func written(_ query: Query, _ generator: inout SeededGenerator) -> String {
    switch query {
    case .word(let word):
      if word.form == .anyForm { return word.text }
      return Bool.random(using: &generator) ? "=" + word.text : "\"\(word.text)\""
    case .phrase(let words):
      let (open, close) = Bool.random(using: &generator) ? ("\"", "\"") : ("“", "”")
      return open + words.map(\.text).joined(separator: " ") + close
    case .dates(let intervals):
      let values = intervals.map { $0.description }
      return intervals.count == 1 ? "date:" + values[0] : "year:(" + values.joined(separator: " OR ") + ")"
    case .speaker(let name): return "speaker:" + name.text
    case .mode(let mode): return "mode:" + mode.rawValue
    case .inStatement(.and(let operands)):
      return "(" + operands.map { written($0, &generator) }.joined(separator: " ") + ")"
    case .inStatement(let operand): return "(" + written(operand, &generator) + ")"
    case .not(let operand):
      let inner = written(operand, &generator)
      switch operand {
      case .word, .phrase, .dates, .inStatement:
        return (Bool.random(using: &generator) ? "-" : "NOT ") + inner
      default: return (Bool.random(using: &generator) ? "-(" : "NOT (") + inner + ")"
      }
    case .and(let operands):
      let connective = Bool.random(using: &generator) ? " AND " : "  "
      return operands.map { operand in
        let inner = written(operand, &generator)
        switch operand {
        // Dates are kept apart by parentheses, or two of them would mean either.
        case .or, .dates: return "(" + inner + ")"
        default: return inner
        }
      }.joined(separator: connective)
    case .or(let operands):
      return operands.map { written($0, &generator) }.joined(separator: " OR ")
    }
  }
}
