/// From lines to paragraphs: the steps of repair in order, each in a file of its own.
///
/// Repair takes out white space, break hyphens, markup, bullets and page furniture, and puts in single spaces,
/// nothing else. So a paragraph's text without spaces is a subsequence of the source.
struct Repair {
  let paragraphs: [Paragraph]
  let sections: [Section]
  let head: HeadMetadata

  /// - Parameters:
  ///   - lines: Where to begin, behind any front matter.
  ///   - knownTitle: The title that the front matter names.
  /// - Complexity: Linear in the number of bytes.
  init(_ bytes: [UInt8], from lines: LineScanner, isMarkdown: Bool, knownTitle: String?) {
    let read = RowReader.rows(of: bytes, from: lines)
    let text = read.text
    var rows = isMarkdown ? read.rows : PageFurniture.remove(from: read.rows, in: text)
    let layout = isMarkdown ? Layout() : Layout(of: rows)
    if !isMarkdown { StrayBullets.unmark(in: &rows) }
    if layout.isDoubleSpaced { Self.halveBlanks(of: &rows) }

    var units = UnitBuilder(rows: rows, text: text, layout: layout, isMarkdown: isMarkdown).units()
    if !isMarkdown {
      LostBullets.mark(in: &units, rows: rows, layout: layout)
      units = NameLists(rows: rows, text: text).marked(units)
    }
    units = Headings(rows: rows, text: text, layout: layout, units: units, isMarkdown: isMarkdown).marked(
      units)
    if !isMarkdown { units = UnitJoining(rows: rows, text: text, layout: layout).joined(units) }

    let writer = ParagraphWriter(rows: rows, text: text)
    head = HeadMetadata(
      units: &units, rows: rows, isMarkdown: isMarkdown, knownTitle: knownTitle, writer: writer)
    var paragraphs = units.map { writer.paragraph(of: $0) }
    let sectioning = Sectioning(units: units, rows: rows, text: text, isMarkdown: isMarkdown) { index in
      paragraphs[index]?.text ?? ""
    }
    for index in paragraphs.indices { paragraphs[index]?.section = sectioning.sectionOfUnit[index] }
    self.paragraphs = paragraphs.compactMap { $0 }
    sections = sectioning.sections
  }

  private static func halveBlanks(of rows: inout [Row]) {
    for index in rows.indices where rows[index].blanksBefore > 0 { rows[index].blanksBefore -= 1 }
  }
}
