/// From lines to paragraphs: the steps of repair, each in a file of its own.
///
/// 1. ``RowReader``: lines become rows of clean text. ``LineMarkup`` takes heading and quote signs and fences off,
///    ``InlineMarkup`` finds links, tags and emphasis, ``RowCleaner`` cleans, ``MarkerScanner`` reads bullets and
///    numbers, ``RowEdges`` tells how a row begins and ends.
/// 2. ``Layout`` and ``LineMeasure`` tell how the lines are set.
/// 3. ``PageFurniture`` takes page numbers and running heads out.
/// 4. ``StrayBullets``, ``NumberedLines``: what a bullet is, and where one line holds several paragraphs.
/// 5. ``UnitBuilder`` groups rows; ``LostBullets``, ``NameLists``, ``NameParting`` and ``Headings`` say what a unit is.
/// 6. ``UnitJoining`` joins what a page's end, a link or a blank line has cut.
/// 7. ``HeadMetadata`` finds title and date; ``ParagraphWriter`` writes the text, ``RowJoiner`` what stands where
///    rows meet; ``Sectioning`` and ``RunInHeading`` give every paragraph its section.
///
/// Markdown needs fewer: there, blank lines and marks are trusted.
///
/// Repair takes out white space, break hyphens, markup, bullets and page furniture, writes ligatures in their letters
/// and puts in single spaces, nothing else; all of it but white space is in ``ledger``. So a paragraph's text without
/// spaces and ligatures is a subsequence of the source, and what of the source is in no paragraph is white space or in
/// the ledger.
struct Repair {
  let paragraphs: [Paragraph]
  let sections: [Section]
  let head: HeadMetadata
  let counts: RepairCounts
  /// The lines that hold mojibake, one for each spot.
  let mojibakeLines: [Int]
  private(set) var ledger: Ledger
  /// The units of ``paragraphs``.
  private let units: [Unit]
  private let writer: ParagraphWriter

  /// - Parameters:
  ///   - lines: Where to begin, behind any front matter.
  ///   - ledger: What has been taken out before.
  ///   - knownTitle: The title that the front matter names.
  /// - Complexity: Linear in the number of bytes.
  init(_ bytes: [UInt8], from lines: LineScanner, isMarkdown: Bool, ledger taken: Ledger, knownTitle: String?)
  {
    var (rows, cleaner) = RowReader.rows(of: bytes, from: lines, isMarkdown: isMarkdown, ledger: taken)
    let text = cleaner.text
    mojibakeLines = cleaner.mojibakeLines
    var ledger = cleaner.ledger

    var layout = Layout()
    if !isMarkdown {
      layout = Layout(of: rows, in: text)
      rows = PageFurniture.remove(from: rows, in: text, layout: layout, ledger: &ledger)
      StrayBullets.unmark(in: &rows)
      if layout.isDoubleSpaced { Self.dropOneBlank(of: &rows) }
      NumberedLines.part(&rows, in: text)
    }
    var units = UnitBuilder(rows: rows, text: text, layout: layout, isMarkdown: isMarkdown).units()
    if !isMarkdown {
      LostBullets.mark(in: &units, rows: rows, layout: layout)
      units = NameLists(rows: rows, text: text).marked(units)
      NameParting.part(&units, of: &rows, in: text)
    }
    units = Headings(rows: rows, text: text, layout: layout, units: units, isMarkdown: isMarkdown).marked(
      units)
    if !isMarkdown { units = UnitJoining(rows: rows, text: text, layout: layout).joined(units) }

    let writer = ParagraphWriter(rows: rows, text: text)
    units.removeAll { unit in unit.rows.allSatisfy { rows[$0].byteCount == 0 } }
    head = HeadMetadata(
      units: &units, rows: rows, isMarkdown: isMarkdown, knownTitle: knownTitle, writer: writer)
    var counts = RepairCounts()
    var paragraphs = units.map { writer.paragraph(of: $0, counts: &counts, ledger: &ledger) }
    let sectioning = Sectioning(units: units, rows: rows, text: text) { index in paragraphs[index].text }
    for index in paragraphs.indices { paragraphs[index].section = sectioning.sectionOfUnit[index] }

    BulletSigns.enter(rows, in: text, ledger: &ledger)
    counts.add(ledger)
    counts.mojibake = mojibakeLines.count
    self.counts = counts
    self.ledger = ledger
    self.units = units
    self.writer = writer
    self.paragraphs = paragraphs
    sections = sectioning.sections
  }

  /// The joins of each paragraph.
  var joins: [[Join]] { units.map { writer.joins(of: $0) } }

  /// The first and last line of each paragraph.
  var lines: [ClosedRange<Int>] {
    zip(units, paragraphs).map { writer.rows[$0.rows.lowerBound].line...$1.endLine }
  }

  /// In a document whose every line has a blank one before it, that blank line tells nothing.
  private static func dropOneBlank(of rows: inout [Row]) {
    for index in rows.indices where rows[index].blanksBefore > 0 { rows[index].blanksBefore -= 1 }
  }
}
