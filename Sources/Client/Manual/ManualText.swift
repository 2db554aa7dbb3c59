extension TextLayout {
  private static let indent = 4
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
}
