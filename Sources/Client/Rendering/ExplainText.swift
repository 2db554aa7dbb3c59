package import Wire

extension TextLayout {
  /// Why a unit has its score: in one line, then in a table with the numbers that make it.
  package func text(of explanation: ExplanationMessage) -> String {
    let line = block(StyledText(Self.line(of: explanation)), indent: 4, lead: "", role: .title)
    guard explanation.matches else {
      let reasons = explanation.unmet.map { (term: $0.clause, text: $0.reason) }
      return line + list(reasons, indent: 2)
    }
    if explanation.parts.isEmpty { return line }
    return line + "\n" + table(of: explanation) + "\n" + legend(of: explanation)
  }

  /// `7.31 = veto 4.20 (2× in 96 words, in 6 of 140 paragraphs) + …`, without a line's end.
  package static func line(of explanation: ExplanationMessage) -> String {
    guard explanation.matches else {
      let clauses = explanation.unmet.map(\.clause).joined(separator: "; ")
      return "no match" + (clauses.isEmpty ? "" : ": " + clauses)
    }
    let adding = explanation.parts.filter { $0.frequency > 0 }
    let sum = adding.map(summand).joined(separator: " + ")
    let others = explanation.parts.filter { $0.frequency == 0 }
    let rest =
      others.isEmpty
      ? "" : others.count > 3 ? "; \(others.count) others add nothing" : "; nothing from " + names(of: others)
    return score(explanation.score) + " = " + (sum.isEmpty ? "no word adds to the score" : sum) + rest
  }

  private static func names(of parts: [PartMessage]) -> String {
    parts.map { shortName($0.text) }.joined(separator: ", ")
  }

  /// `veto 4.20 (2× in 96 words, in 6 of 140 paragraphs)`.
  private static func summand(_ part: PartMessage) -> String {
    var facts = "\(part.frequency)×"
    if part.portions.count == 1 {
      let isOfStatement = part.inStatement && part.level == "statement"
      facts += (isOfStatement ? " in a statement of " : " in ") + number(part.portions[0].length, "word")
    } else {
      facts += " in " + number(part.portions.count, "statement")
    }
    let units = part.terms.map { "\($0.units)" }.joined(separator: " and ")
    let its = part.terms.count > 1 ? "its words in " : "in "
    return "\(shortName(part.text)) \(score(part.score)) (\(facts), \(its)\(units) of "
      + "\(number(part.units, part.level)))"
  }

  /// As a reader would write it: any form is what a bare word means.
  private static func shortName(_ text: String) -> String {
    let mark = " (any form)"
    return text.hasSuffix(mark) ? String(text.dropLast(mark.count)) : text
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// With two digits behind the point, of small ones four.
  static func score(_ score: Double) -> String { decimal(score, places: score > 0 && score < 0.1 ? 4 : 2) }

  /// `number`, which is not negative, with so many digits behind the point.
  private static func decimal(_ number: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = (number * Double(scale)).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "\(number)" }
    let digits = String(abs(Int(scaled)) % scale)
    return "\(Int(scaled) / scale)." + String(repeating: "0", count: places - digits.count) + digits
  }

  // MARK: - In full

  /// Parts that add nothing and have a row of their own.
  private static let mostOthers = 10

  private static let headings = ["score", "times", "words", "idf", "units"]

  /// A row a part, its numbers before its name; as many of them as leave room for it.
  private func table(of explanation: ExplanationMessage) -> String {
    var rows: [(cells: [String], name: String, isQuiet: Bool)] = [(Self.headings, "part of the query", false)]
    for part in explanation.parts where part.frequency > 0 { rows += Self.rows(of: part) }
    let others = explanation.parts.filter { $0.frequency == 0 }
    for part in others.prefix(Self.mostOthers) { rows += Self.rows(of: part) }
    if others.count > Self.mostOthers {
      rows.append(
        (["0.0000", "0", "–", "", ""], "\(others.count - Self.mostOthers) others add nothing", true))
    }
    let widths = Self.headings.indices.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
    var used = 0
    let fitting = widths.prefix { width in
      used += width + 2
      return used + 16 <= self.width
    }.count
    let columnCount = max(1, fitting)
    // A row whose numbers all stand in columns that are left out says nothing.
    rows.removeAll { $0.cells.prefix(columnCount).allSatisfy(\.isEmpty) }
    return rows.enumerated().map { number, row in
      let lead = zip(row.cells, widths).prefix(columnCount).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell + "  "
      }.joined()
      let role: Role? = number == 0 ? .title : row.isQuiet ? .quiet : nil
      return block(
        StyledText(row.name), indent: lead.count, lead: role.map { paint(lead, $0) } ?? lead, role: role)
    }.joined()
  }

  private static func rows(of part: PartMessage) -> [(cells: [String], name: String, isQuiet: Bool)] {
    let isOne = part.portions.count == 1
    let units = part.terms.count == 1 ? "\(part.terms[0].units)" : ""
    var name = part.text
    if part.frequency == 0 {
      name += part.occurrences == 0 ? ": not here" : ": here \(part.occurrences)×, but not as it is asked for"
    }
    var rows = [
      (
        cells: [
          decimal(part.score, places: 4), "\(part.frequency)", isOne ? "\(part.portions[0].length)" : "–",
          decimal(part.idf, places: 3), units,
        ], name: name, isQuiet: part.frequency == 0
      )
    ]
    if part.terms.count > 1 {
      for term in part.terms {
        rows.append((["", "", "", decimal(term.idf, places: 3), "\(term.units)"], "  " + term.text, true))
      }
    }
    if !isOne {
      for portion in part.portions {
        rows.append(
          (
            [decimal(portion.score, places: 4), "\(portion.frequency)", "\(portion.length)", "", ""],
            "  in one statement", true
          ))
      }
    }
    return rows
  }

  /// What the columns are, and how a score comes of them.
  private func legend(of explanation: ExplanationMessage) -> String {
    var sizes: [String] = []
    for part in explanation.parts {
      let size =
        "\(Self.number(part.units, part.level)) of \(Self.decimal(part.averageLength, places: 1)) words on average"
      if !sizes.contains(size) { sizes.append(size) }
    }
    return block(
      StyledText(
        "score = idf · times / (times + k1 · (1 − b + b · words / average)), with k1 = \(explanation.k1) and "
          + "b = \(explanation.b)"), indent: 2, lead: "", role: .quiet)
      + block(
        StyledText(
          "units: how many \(explanation.parts[0].level)s have it, of \(sizes.joined(separator: "; of ")); idf = ln(1 + (all − units + 0.5) / (units + 0.5)); "
            + "lengths above 40 words are rounded down"), indent: 2, lead: "", role: .quiet)
  }
}
