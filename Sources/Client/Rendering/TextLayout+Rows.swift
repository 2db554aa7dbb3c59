/// Names with what is said of them: beside them where there is room, else below them.
extension TextLayout {
  /// Text beside a name that is narrower is harder to read than below it.
  private static let leastTextWidth = 28

  /// Terms with their texts beside them, or below them where there is no room beside.
  func list(_ rows: [(term: String, text: String)], indent: Int) -> String {
    let gap = 2
    let longest = rows.filter { !$0.text.isEmpty }.map(\.term.unicodeScalars.count).max() ?? 0
    let column = indent + longest + gap
    let isBeside = width - column >= Self.leastTextWidth
    return rows.map { term, text in
      guard isBeside, !text.isEmpty else {
        let lead = String(repeating: " ", count: indent)
        return block(StyledText(term), indent: indent + 2 * gap, lead: lead)
          + block(StyledText(text), indent: indent + 2 * gap)
      }
      let space = String(repeating: " ", count: column - indent - term.unicodeScalars.count)
      return block(
        StyledText(text), indent: column, lead: String(repeating: " ", count: indent) + term + space)
    }.joined()
  }

  /// A name and what is said of it: beside it where there is room, else below.
  func row(
    _ name: String, _ lines: [(text: String, role: Role?)], column: Int, margin: Int = 2
  ) -> String {
    let indent = margin + column + 2
    let isBeside = width - indent >= Self.leastTextWidth
    let space = String(repeating: " ", count: margin)
    let padding = String(repeating: " ", count: indent - margin - name.unicodeScalars.count)
    var result = isBeside ? "" : space + paint(name, .quiet) + "\n"
    for (number, line) in lines.enumerated() {
      let lead = isBeside && number == 0 ? space + paint(name, .quiet) + padding : nil
      result += block(
        StyledText(line.text), indent: isBeside ? indent : margin + 2, lead: lead, role: line.role,
        cutsWords: false)
    }
    return result
  }
}
