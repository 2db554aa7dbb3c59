import Text

extension Query {
  /// The query in plain words: `veto (any form) AND "focal point" AND year 2009..2013`.
  ///
  /// Words as written stand in quotes, and parentheses only where the order of binding needs them.
  /// - Complexity: O(*n*) for *n* nodes, without recursion.
  package var interpreted: String {
    /// What is still to be written, last first.
    var pending = [Piece.query(self)]
    var text = ""
    while let piece = pending.popLast() {
      switch piece {
      case .text(let more): text += more
      case .query(.word(let word)): text += word.interpreted
      case .query(.phrase(let words)): text += "\"" + words.map(\.text).joined(separator: " ") + "\""
      case .query(.dates(let intervals)): text += Self.interpreted(intervals)
      case .query(.speaker(let name)): text += "by " + name.text
      case .query(.mode(let mode)): text += "mode " + mode.rawValue
      case .query(.inStatement(let operand)):
        text += "in one statement "
        Self.push(operand, inParentheses: true, on: &pending)
      case .query(.not(let operand)):
        text += "NOT "
        Self.push(operand, inParentheses: operand.isJoin, on: &pending)
      case .query(.and(let operands)):
        for (index, operand) in operands.enumerated().reversed() {
          Self.push(operand, inParentheses: operand.isOr, on: &pending)
          if index > 0 { pending.append(.text(" AND ")) }
        }
      case .query(.or(let operands)):
        for (index, operand) in operands.enumerated().reversed() {
          Self.push(operand, inParentheses: false, on: &pending)
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

  private var isJoin: Bool {
    if case .and = self { true } else { isOr }
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
