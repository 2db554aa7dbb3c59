/// Steps 2 to 6 in order: from the bytes of a source to its rows.
///
/// Lines without a blank one between them make a block, the reach of inline markup.
struct RowReader {
  private let source: [UInt8]
  private var cleaner: RowCleaner
  private var markup: InlineMarkup
  private var rows: [Row] = []
  private var block: [(line: SourceLine, form: LineMarkup.Form)] = []
  private var lines: [SourceLine] = []
  private var blanks = 0
  /// Marks to set on the next row that has text.
  private var pending: Row.Flags = []

  /// Reads `source` from `offset` on.
  static func rows(of source: [UInt8], from start: LineScanner) -> (rows: [Row], text: CleanText) {
    var reader = RowReader(source)
    var scanner = start
    while let line = scanner.next() { reader.add(line) }
    reader.endBlock()
    return (reader.rows, reader.cleaner.text)
  }

  private init(_ source: [UInt8]) {
    self.source = source
    cleaner = RowCleaner(source)
    markup = InlineMarkup(source)
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
    let form = LineMarkup.strip(&line, of: source)
    if form != .fence { block.append((line, form)) }
  }

  private func isBlank(_ line: SourceLine) -> Bool {
    for offset in line.start..<line.end where source[offset] > 0x20 { return false }
    return true
  }

  private mutating func endBlock() {
    guard !block.isEmpty else { return }
    lines.removeAll(keepingCapacity: true)
    for entry in block { lines.append(entry.line) }
    cleaner.beginBlock(cuts: markup.scan(lines[...]))
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

  private mutating func append(_ row: inout Row) {
    if let sign = ruleSign(of: row) {
      underline(with: sign, blanksBefore: row.blanksBefore)
      pending.insert(.followsRule)
      return
    }
    Self.look(at: &row, in: cleaner.text.bytes.span)
    row.flags.formUnion(pending)
    pending = []
    blanks = 0
    rows.append(row)
  }

  private static func look(at row: inout Row, in bytes: Span<UInt8>) {
    let (marker, byteCount) = MarkerScanner.marker(of: row, in: bytes)
    row.marker = marker
    if marker == .bullet {
      row.textStart += byteCount
      row.markerCount = byteCount
      row.leadCount = max(0, row.leadCount - byteCount)
    }
    row.opening = RowEdges.opening(of: bytes, from: row.textStart, to: row.textEnd)
    row.ending = RowEdges.ending(of: bytes, from: row.textStart, to: row.textEnd)
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

  /// A rule right under a short line makes it a heading, as in Markdown.
  private mutating func underline(with sign: UInt8, blanksBefore: Int) {
    guard blanksBefore == 0, sign == 0x2D || sign == 0x3D, let last = rows.indices.last,
      rows[last].marker != .bullet, rows[last].level == 0, rows[last].byteCount <= 120,
      rows[last].ending != .sentence
    else { return }
    rows[last].level = sign == 0x3D ? 1 : 2
  }
}
