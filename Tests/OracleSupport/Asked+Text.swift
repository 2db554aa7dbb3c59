import Query
import TestSupport

extension Asked {
  /// The tree in the query language, choosing at random where the language leaves a choice.
  func written(using generator: inout SeededGenerator) -> String {
    switch self {
    case .leaf(let leaf): return leaf.text
    case .dates(let values): return Self.written(values, using: &generator)
    case .not(let operand): return Self.written(notOf: operand, using: &generator)
    case .and(let operands): return Self.written(operands, joint: " AND ", using: &generator)
    case .neighbours(let operands): return Self.written(operands, joint: " ", using: &generator)
    case .speakers(let value): return "speaker:" + Self.written(value)
    case .modes(let modes): return "mode:" + Self.written(modes.map(\.rawValue), joint: " OR ")
    case .field(let test):
      return test.field.rawValue + ":" + Self.written(test.values.map(\.text), joint: " OR ")
    case .near(let nearness, let left, let right):
      return left.writtenNear(isLeft: true, using: &generator) + " \(nearness.text) "
        + right.writtenNear(isLeft: false, using: &generator)
    case .or(let operands):
      return operands.map { $0.writtenAlone(using: &generator) }.joined(separator: " OR ")
    }
  }

  /// The same as an operand of NEAR, which reads from left to right.
  private func writtenNear(isLeft: Bool, using generator: inout SeededGenerator) -> String {
    let text = written(using: &generator)
    switch self {
    case .leaf: return text
    case .near where isLeft && Bool.random(using: &generator): return text
    default: return "(\(text))"
    }
  }

  /// The same, now and then in parentheses that change nothing.
  private func writtenAlone(using generator: inout SeededGenerator) -> String {
    let text = written(using: &generator)
    return Int.random(in: 0..<10, using: &generator) == 0 && !isField ? "(\(text))" : text
  }

  private static func written(_ values: [DateValue], using generator: inout SeededGenerator) -> String {
    let field = ["year:", "date:"].randomElement(using: &generator)!
    if values.count == 1 { return field + values[0].text }
    if Bool.random(using: &generator) {
      return field + "(" + values.map(\.text).joined(separator: " OR ") + ")"
    }
    return "(" + values.map { field + $0.text }.joined(separator: " OR ") + ")"
  }

  private static func written(_ value: Speakers) -> String {
    let names = value.names.map(\.written)
    return switch value.join {
    case .any: written(names, joint: " OR ")
    case .all: written(names, joint: " AND ")
    case .none: "(NOT \(names[0]))"
    }
  }

  private static func written(_ values: [String], joint: String) -> String {
    values.count == 1 ? values[0] : "(" + values.joined(separator: joint) + ")"
  }

  private static func written(notOf operand: Asked, using generator: inout SeededGenerator) -> String {
    // Two NOTs say nothing.
    let twice = Int.random(in: 0..<12, using: &generator) == 0 ? "NOT NOT " : ""
    let mark = twice + (Bool.random(using: &generator) ? "-" : "NOT ")
    let text = operand.written(using: &generator)
    switch operand {
    case .leaf, .speakers, .modes, .field: return mark + text
    // It binds tighter than NOT.
    case .near: return mark + (Bool.random(using: &generator) ? text : "(\(text))")
    case .dates(let values): return mark + (values.count == 1 ? text : "(\(text))")
    case .and, .or, .neighbours, .not: return mark + "(\(text))"
    }
  }

  /// - Parameter joint: What stands between two operands.
  private static func written(
    _ operands: [Asked], joint: String, using generator: inout SeededGenerator
  ) -> String {
    // A field given twice at one level means either: dates that must all hold are kept apart by parentheses.
    let dateCount = operands.count(where: \.isDates)
    var texts: [String] = []
    for operand in operands {
      switch operand {
      case .dates(let values) where dateCount == 1 && Bool.random(using: &generator):
        texts += values.map { "year:" + $0.text }
      case .dates where dateCount == 1: texts.append(operand.written(using: &generator))
      case .speakers(let value) where value.join == .any && Bool.random(using: &generator):
        texts += value.names.map { "speaker:" + $0.written }
      case .modes(let modes) where Bool.random(using: &generator):
        texts += modes.map { "mode:" + $0.rawValue }
      case .field(let test) where Bool.random(using: &generator):
        texts += test.values.map { "\(test.field.rawValue):\($0.text)" }
      case .and(let inner)
      where joint == " " && !inner.contains(where: { $0.isDates || $0.isField || $0.asksOfStatements }):
        // A written AND binds tighter than being neighbours.
        texts.append(operand.writtenAlone(using: &generator))
      case .dates, .or, .and, .neighbours: texts.append("(" + operand.written(using: &generator) + ")")
      case .leaf, .not, .speakers, .modes, .field, .near:
        texts.append(operand.writtenAlone(using: &generator))
      }
    }
    return texts.joined(separator: joint)
  }

  private var isDates: Bool {
    if case .dates = self { true } else { false }
  }
}

extension Asked.SpeakerName {
  /// As the value of a field.
  fileprivate var written: String { text.contains(" ") ? "\"\(text)\"" : text }
}
