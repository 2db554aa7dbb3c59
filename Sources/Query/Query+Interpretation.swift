import Text

extension Query {
  /// The query in plain words: `veto (any form) AND "focal point" AND year 2009..2013`.
  ///
  /// Words as written stand in quotes, and parentheses only where the order of binding needs them, or who does not know
  /// what binds tighter.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package var interpreted: String {
    /// What is still to be written, last first.
    var pending = [Piece.query(self)]
    var text = ""
    while let piece = pending.popLast() {
      switch piece {
      case .text(let more): text += more
      case .query(.word(let word)): text += word.interpreted
      case .query(.phrase(let words)): text += words.quoted
      case .query(.sloppyPhrase(let words, let slop)):
        text += words.quoted + " (up to \(slop) " + (slop == 1 ? "word" : "words") + " between)"
      case .query(.pattern(let pattern)): text += pattern.interpreted
      case .query(.synonyms(let alternatives)):
        text += "any of "
        pending.append(.text(")"))
        for (index, alternative) in alternatives.enumerated().reversed() {
          pending.append(.query(alternative))
          pending.append(.text(index > 0 ? " = " : "("))
        }
      case .query(.near(let proximity, let left, let right)):
        Self.push(right, inParentheses: right.isCompound, on: &pending)
        pending.append(.text(" \(proximity.interpreted) "))
        Self.push(left, inParentheses: left.isCompound, on: &pending)
      case .query(.everything): text += "everything"
      case .query(.about(let name)): text += "about " + name.text
      case .query(.document(let test)): text += test.interpreted
      case .query(.newSince(let generation)): text += "new since " + generation.prefix(12)
      case .query(.dates(let intervals)): text += Self.interpreted(intervals)
      case .query(.speaker(let name)): text += "by " + name.text
      case .query(.mode(let mode)): text += "mode " + mode.rawValue
      case .query(.inStatement(let operand)):
        text += "a statement "
        Self.push(operand, inParentheses: true, on: &pending)
      case .query(.not(let operand)):
        text += "NOT "
        Self.push(operand, inParentheses: operand.isCompound, on: &pending)
      case .query(.and(let operands)):
        for (index, operand) in operands.enumerated().reversed() {
          Self.push(operand, inParentheses: operand.isOr || operand.isNear, on: &pending)
          if index > 0 { pending.append(.text(" AND ")) }
        }
      case .query(.or(let operands)):
        for (index, operand) in operands.enumerated().reversed() {
          Self.push(operand, inParentheses: operand.isNear, on: &pending)
          if index > 0 { pending.append(.text(" OR ")) }
        }
      }
    }
    return text
  }

  private enum Piece {
    case query(Query)
    case text(String)
  }

  private static func push(_ query: Query, inParentheses: Bool, on pending: inout [Piece]) {
    if inParentheses { pending.append(.text(")")) }
    pending.append(.query(query))
    if inParentheses { pending.append(.text("(")) }
  }

  private var isOr: Bool {
    if case .or = self { true } else { false }
  }

  /// `a within 5 words of b`, behind which an AND or OR would seem to belong to `b`.
  private var isNear: Bool {
    if case .near = self { true } else { false }
  }

  /// Whether it is written as several operands side by side.
  private var isCompound: Bool {
    if case .and = self { true } else { isOr || isNear }
  }

  /// `year 2009..2013`, `date (2013-09 or 2014)`.
  private static func interpreted(_ intervals: [DateInterval]) -> String {
    let name = intervals.allSatisfy(\.isYears) ? "year " : "date "
    let list = intervals.map(\.interpreted).joined(separator: " or ")
    return name + (intervals.count > 1 ? "(" + list + ")" : list)
  }
}

extension QueryWord {
  /// `veto (any form)`, `"vetoes"`, `US (in capitals)`.
  fileprivate var interpreted: String {
    if form == .anyForm { return text + " (any form)" }
    let isInCapitals = term.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isInCapitals ? text + " (in capitals)" : "\"" + text + "\""
  }
}

extension [QueryWord] {
  fileprivate var quoted: String { "\"" + map(\.text).joined(separator: " ") + "\"" }
}

extension QueryPattern {
  /// `prevent… (any ending)`, `color (within 1 edit)`; of a symbol with any year `"S/RES/1973 (…)"`.
  fileprivate var interpreted: String {
    switch pattern {
    case .prefix where text.hasSuffix("("): "\"" + text + "…)\""
    case .prefix: text + "… (any ending)"
    case .fuzzy(_, let edits): text + " (within \(edits) " + (edits == 1 ? "edit)" : "edits)")
    }
  }
}

extension Proximity {
  /// `within 5 words of`, `in the same sentence as`, `not within 10 words of`.
  fileprivate var interpreted: String {
    let words =
      if case .words(let count) = reach { "\(count) " + (count == 1 ? "word" : "words") } else { "" }
    return switch (relation, reach) {
    case (.near, .words): "within \(words) of"
    case (.near, .sentence): "in the same sentence as"
    case (.near, .paragraph): "in the same paragraph as"
    case (.adjacent, .words): "at most \(words) before"
    case (.adjacent, .sentence): "in the same sentence before"
    case (.adjacent, .paragraph): "in the same paragraph before"
    case (.notNear, .words): "not within \(words) of"
    case (.notNear, .sentence): "not in the same sentence as"
    case (.notNear, .paragraph): "not in the same paragraph as"
    }
  }
}

extension DocumentTest {
  /// `title with dialogue (any form)`, `kind speech`, `document 2013…`.
  fileprivate var interpreted: String {
    let name =
      switch field {
      case .doc: "document"
      case .lang: "language"
      default: field.rawValue
      }
    switch value {
    case .name(_, let isPrefix): return name + " " + text + (isPrefix ? "…" : "")
    case .words(let words): return name + " with " + words.map(\.interpreted).joined(separator: " and ")
    case .phrase(let words): return name + " with " + words.quoted
    case .pattern(let pattern): return name + " with " + pattern.interpreted
    }
  }
}

extension DateInterval {
  /// Whether it begins with a year and ends with one.
  fileprivate var isYears: Bool { first % 10_000 == 01_01 && last % 10_000 == 12_31 }

  /// As it would be written in a query: `2009`, `2009..2013`, `..2010`, `2013-09..2013-10`, `2013-09-11`.
  fileprivate var interpreted: String {
    let whole = description
    // One year, one month or one day needs no range.
    if DateInterval(whole) == self { return whole }
    let (start, end) = (Self.day(first), Self.day(last))
    // Years where both ends allow them, else months, else days.
    let length =
      [4, 7].first { length in
        DateInterval(start.prefix(length))?.first == first && DateInterval(end.prefix(length))?.last == last
      } ?? 10
    return (first == Self.earliestDay ? "" : start.prefix(length)) + ".."
      + (last == Self.latestDay ? "" : end.prefix(length))
  }

  private static func day(_ day: Int32) -> String {
    DateInterval(first: day, last: day).description
  }
}
