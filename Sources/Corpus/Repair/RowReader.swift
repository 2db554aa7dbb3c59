/// The first steps of repair: from the bytes of a source to its rows.
///
/// Lines without a blank one between them make a block, the reach of inline markup.
struct RowReader {
  private let source: [UInt8]
  private let isMarkdown: Bool
  private var lineMarkup: LineMarkup
  private var inlineMarkup: InlineMarkup
  private var cleaner: RowCleaner
  private var rows: [Row] = []
  private var block: [(line: SourceLine, form: LineMarkup.Form)] = []
  private var blanks = 0
  /// Marks to set on the next row that has text.
  private var pending: Row.Flags = []

  /// Reads the lines of `source` from `start` on.
  static func rows(
    of source: [UInt8], from start: LineScanner, isMarkdown: Bool, ledger: Ledger
  ) -> (rows: [Row], cleaner: RowCleaner) {
    var reader = RowReader(source, isMarkdown: isMarkdown)
    reader.cleaner.ledger = ledger
    var scanner = start
    while let line = scanner.next() { reader.add(line) }
    reader.endBlock()
    return (reader.rows, reader.cleaner)
  }

  private init(_ source: [UInt8], isMarkdown: Bool) {
    self.source = source
    self.isMarkdown = isMarkdown
    lineMarkup = LineMarkup(isMarkdown: isMarkdown)
    inlineMarkup = InlineMarkup(source, isMarkdown: isMarkdown)
    cleaner = RowCleaner(source)
  }

  private mutating func add(_ line: SourceLine) {
    if line.followsPageBreak { endBlock() }
    guard !isBlank(line) else {
      endBlock()
      blanks += 1
      if line.followsPageBreak { pending.insert(.followsPageBreak) }
      return
    }
    var line = line
    switch lineMarkup.strip(&line, of: source, ledger: &cleaner.ledger) {
    case .fence:
      endBlock()
      // The first line of code begins a paragraph, and so does the text behind the last.
      blanks += 1
    case .code: addCode(line)
    case let form: block.append((line, form))
    }
  }

  private func isBlank(_ line: SourceLine) -> Bool {
    for offset in line.start..<line.end
    where source[offset] != 0x20 && !(0x09...0x0D).contains(source[offset]) {
      return false
    }
    return true
  }

  private mutating func endBlock() {
    guard !block.isEmpty else { return }
    cleaner.beginBlock(cuts: inlineMarkup.scan(block.map(\.line)[...]))
    for (line, form) in block {
      guard var row = cleaner.clean(line, blanksBefore: blanks) else {
        blanks += 1
        if line.followsPageBreak { pending.insert(.followsPageBreak) }
        continue
      }
      if case .heading(let level) = form { row.level = level }
      append(&row)
    }
    block.removeAll(keepingCapacity: true)
  }

  /// A line of code: its words as they stand, on a row that the next line of code goes on from.
  private mutating func addCode(_ line: SourceLine) {
    endBlock()
    cleaner.beginBlock(cuts: [])
    guard var row = cleaner.clean(line, blanksBefore: blanks) else { return }
    row.flags.insert(.isCode)
    finish(&row)
  }

  private mutating func append(_ row: inout Row) {
    if let sign = ruleSign(of: row) {
      let isUnderline = underline(with: sign, blanksBefore: row.blanksBefore)
      let extent = cleaner.text.extent(of: row)
      cleaner.ledger.remove(extent.lowerBound, extent.upperBound, as: isUnderline ? .headingSign : .rule)
      pending.insert(.followsRule)
      return
    }
    look(at: &row)
    finish(&row)
  }

  private func look(at row: inout Row) {
    let bytes = cleaner.text.bytes.span
    MarkerScanner.read(&row, in: bytes)
    RowEdges.look(at: &row, in: bytes)
  }

  private mutating func finish(_ row: inout Row) {
    row.flags.formUnion(pending)
    pending = []
    blanks = 0
    rows.append(row)
  }

  /// The sign of a row that is only a rule: three or more of `-`, `=`, `_` or `*`.
  private func ruleSign(of row: Row) -> UInt8? {
    guard row.byteCount >= 3 else { return nil }
    let bytes = cleaner.text.bytes
    let sign = bytes[row.textStart]
    guard [0x2D, 0x3D, 0x5F, 0x2A].contains(sign) else { return nil }
    for offset in row.textStart..<row.textEnd where bytes[offset] != sign && bytes[offset] != 0x20 {
      return nil
    }
    return sign
  }

  /// How long a heading may be that is marked by a line under it.
  private static let mostUnderlinedBytes = 280

  /// Makes a heading of what stands right above a rule: in Markdown the whole paragraph, else one short line.
  ///
  /// Returns whether it did.
  private mutating func underline(with sign: UInt8, blanksBefore: Int) -> Bool {
    guard blanksBefore == 0, sign == 0x2D || sign == 0x3D, let last = rows.indices.last,
      mayBeUnderlined(rows[last])
    else { return false }
    var first = last
    if isMarkdown {
      while first > 0, !rows[first].isParted, mayBeUnderlined(rows[first - 1]) { first -= 1 }
      guard rows[last].textEnd - rows[first].textStart <= Self.mostUnderlinedBytes else { return false }
    } else if rows[last].byteCount > 120 || rows[last].ending == .sentence {
      return false
    }
    for index in first...last { rows[index].level = sign == 0x3D ? 1 : 2 }
    for index in first..<last { rows[index + 1].flags.insert(.continuesHeading) }
    return true
  }

  private func mayBeUnderlined(_ row: Row) -> Bool {
    row.marker != .bullet && row.level == 0 && !row.flags.contains(.isCode)
  }
}
