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
      // Words such as `and` are asked for too.
      guard parsed.query == tree, parsed.warnings.allSatisfy({ $0.message.hasSuffix("is read as a word") })
      else {
        Issue.record("\(written) is read as \(parsed.interpreted), \(parsed.warnings)")
        return
      }
    }
  }

  private enum Context { case none, and, or, not }

  private static let words = ["a", "veto", "focal", "point", "Rwanda", "and", "or", "not", "near", "year"]

  /// A random tree in the parser's shape.
  private static func tree(depth: Int, inside context: Context, _ generator: inout SeededGenerator) -> Query {
    let kind = depth == 0 ? 0 : Int.random(in: 0...4, using: &generator)
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
    case 4:
      return near(depth: depth, &generator)
    default:
      return leaf(&generator)
    }
  }

  private static func near(depth: Int, _ generator: inout SeededGenerator) -> Query {
    let relation = [Proximity.Relation.near, .adjacent, .notNear].randomElement(using: &generator)!
    let reach = [
      .words(Int.random(in: 1...20, using: &generator)), .sentence, .paragraph, Proximity.Reach.words(10),
    ]
    .randomElement(using: &generator)!
    return .near(
      Proximity(relation, reach), inText(depth: depth - 1, inside: .none, &generator),
      inText(depth: depth - 1, inside: .none, &generator))
  }

  /// A random tree of what something can be near to.
  private static func inText(depth: Int, inside context: Context, _ generator: inout SeededGenerator) -> Query
  {
    let kind = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
    switch kind {
    case 1 where context != .and:
      return .and((0..<2).map { _ in inText(depth: depth - 1, inside: .and, &generator) })
    case 2 where context != .or:
      return .or((0..<3).map { _ in inText(depth: depth - 1, inside: .or, &generator) })
    case 3: return near(depth: depth, &generator)
    default: return textLeaf(&generator)
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
    switch Int.random(in: 0...9, using: &generator) {
    case 0:
      let speaker = Query.speaker(name("Chile"))
      let beside = [
        exact("veto"), .mode(.turn), phrase("focal point"), .about(name("Rwanda")), heading(.section, "veto"),
        .near(Proximity(.near, .sentence), exact("a"), phrase("b c")),
      ].randomElement(using: &generator)!
      return .inStatement(Bool.random(using: &generator) ? speaker : .and([speaker, beside]))
    case 1:
      return .dates(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let first = Int32.random(in: 1...9998, using: &generator) * 10_000 + 101
          let last = Int32.random(in: first / 10_000...9998, using: &generator) * 10_000 + 228
          return DateInterval(first: first, last: last)
        })
    case 2:
      return [
        .about(name("Chile")), heading(.title, "focal"), heading(.section, "point"),
        headingLike(.title, prefix("prevent")), headingLike(.section, fuzzy("color", 2)),
        named(.kind, "speech"),
        named(.symbol, "A/67/929", key: "a 67 929"), named(.doc, "2013", isPrefix: true), named(.lang, "EN"),
        .document(
          DocumentTest(.title, .phrase([word("a", .exact), word("veto", .exact)]), text: "a veto")),
      ].randomElement(using: &generator)!
    default: return textLeaf(&generator)
    }
  }

  private static func textLeaf(_ generator: inout SeededGenerator) -> Query {
    switch Int.random(in: 0...7, using: &generator) {
    case 0: return exact(words.randomElement(using: &generator)!)
    case 1:
      let count = Int.random(in: 2...4, using: &generator)
      return phrase((0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " "))
    case 2: return sloppy("focal point of", Int.random(in: 1...30, using: &generator))
    case 3: return prefix(["prevent", "secretary-gen", "A/67"].randomElement(using: &generator)!)
    case 4: return fuzzy("color", Int.random(in: 1...2, using: &generator))
    case 5:
      return symbol("S/RES/1973")
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
    case .sloppyPhrase(let words, let slop):
      return written(.phrase(words), &generator) + "~\(slop)"
    case .pattern(let pattern):
      switch pattern.pattern {
      case .prefix: return pattern.text + "*"
      case .fuzzy(_, 1): return pattern.text + (Bool.random(using: &generator) ? "~" : "~1")
      case .fuzzy(_, let edits): return pattern.text + "~\(edits)"
      }
    case .synonyms(let alternatives):
      // Of the grammar's only the first is written: it stands for the others too.
      guard case .word(let word) = alternatives[0] else { return "" }
      return "=" + word.text
    case .near(let proximity, let left, let right):
      return written(left, isLeft: true, &generator) + " " + written(proximity, &generator) + " "
        + written(right, isLeft: false, &generator)
    case .about(let name): return "about:" + name.text
    case .document(let test):
      if case .phrase = test.value { return "\(test.field.rawValue):\"\(test.text)\"" }
      if case .pattern(let pattern) = test.value {
        return "\(test.field.rawValue):" + written(.pattern(pattern), &generator)
      }
      let isPrefix = if case .name(_, true) = test.value { true } else { false }
      return "\(test.field.rawValue):\(test.text)" + (isPrefix ? "*" : "")
    case .newSince: preconditionFailure("no text asks for it")
    case .speaker(let name): return "speaker:" + name.text
    case .mode(let mode): return "mode:" + mode.rawValue
    case .inStatement(.and(let operands)):
      return "(" + operands.map { written($0, &generator) }.joined(separator: " ") + ")"
    case .inStatement(let operand): return "(" + written(operand, &generator) + ")"
    case .everything: return "level:statement"
    case .not(let operand):
      let inner = written(operand, &generator)
      switch operand {
      case .word, .phrase, .sloppyPhrase, .pattern, .synonyms, .near, .dates, .about, .document, .inStatement:
        return (Bool.random(using: &generator) ? "-" : "NOT ") + inner
      default: return (Bool.random(using: &generator) ? "-(" : "NOT (") + inner + ")"
      }
    case .and(let operands):
      let connective = Bool.random(using: &generator) ? " AND " : "  "
      return operands.map { operand in
        let inner = written(operand, &generator)
        // What says nothing but who speaks would be asked of the statement that has all else.
        if isStatementTest(operand) { return "NOT (NOT (" + inner + "))" }
        switch operand {
        // Values of fields are kept apart by parentheses, or two of them would mean either.
        case .or, .dates, .about, .document: return "(" + inner + ")"
        default: return inner
        }
      }.joined(separator: connective)
    case .or(let operands):
      return operands.map { written($0, &generator) }.joined(separator: " OR ")
    }
  }

  private static func isStatementTest(_ query: Query) -> Bool {
    switch query {
    case .inStatement(.speaker), .inStatement(.and([.speaker(name("Chile")), .mode(.turn)])): true
    case .or(let operands): operands.allSatisfy(isStatementTest)
    default: false
    }
  }

  /// An operand of a proximity; without parentheses only what binds as tightly.
  private static func written(_ operand: Query, isLeft: Bool, _ generator: inout SeededGenerator) -> String {
    let inner = written(operand, &generator)
    let needsParentheses =
      switch operand {
      case .and, .or: true
      case .near: !isLeft || Bool.random(using: &generator)
      default: false
      }
    return needsParentheses ? "(" + inner + ")" : inner
  }

  private static func written(_ proximity: Proximity, _ generator: inout SeededGenerator) -> String {
    let name = proximity.relation.rawValue
    switch proximity.reach {
    case .words(10) where Bool.random(using: &generator): return name
    case .words(let count): return "\(name)/\(count)"
    case .sentence: return name + "/s"
    case .paragraph: return name + "/p"
    }
  }
}
