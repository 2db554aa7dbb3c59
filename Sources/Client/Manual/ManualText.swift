extension TextLayout {
  private static let indent = 4
  /// Text beside a term that is narrower is harder to read than below it.
  static let leastTextWidth = 28
  /// Longer lines are harder to read.
  private static let widestPage = 90

  /// A page of the manual for people.
  package func text(of page: ManualPage) -> String {
    let layout = TextLayout(width: min(width, Self.widestPage), hasColors: hasColors)
    return page.sections.map { section in
      layout.paint(section.title, .title) + "\n"
        + section.blocks.map { layout.text(of: $0) }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func text(of block: ManualPage.Block) -> String {
    switch block {
    case .paragraph(let text): self.block(StyledText(text), indent: Self.indent)
    case .list(let rows): list(rows.map { ($0.term, $0.text) }, indent: Self.indent)
    case .options(let rows):
      rows.map { row in
        self.block(StyledText(row.term), indent: Self.indent, role: .title)
          + self.block(StyledText(row.text), indent: 2 * Self.indent)
      }.joined(separator: "\n")
    }
  }

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
}
