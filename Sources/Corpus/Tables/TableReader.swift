/// The rows of a table as documents: `TABLE.csv/ID`, each with the paragraphs of its text.
struct TableReader {
  private let bytes: [UInt8]
  private let source: SourceFile
  private let layout: TableLayout
  private let rule: DocumentMetadata
  private let problems: [String]

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - rule: What is said of the whole table, weaker than its columns, and what of that did not fit.
  init(
    _ bytes: [UInt8], of source: SourceFile, layout: TableLayout,
    rule: (metadata: DocumentMetadata, problems: [String])
  ) {
    self.bytes = bytes
    self.source = source
    self.layout = layout
    self.rule = rule.metadata
    problems = rule.problems
  }

  /// A row, its columns found: by name where there is a header, else by number.
  private struct Row {
    var number: Int
    var line: Int
    var value: (TableLayout.Column) throws(TableError) -> Cell?
  }

  /// Gives every document to `body`, in order of rows.
  ///
  /// What is odd about the whole table is a warning of its last document.
  func forEachDocument(_ body: (Document) throws -> Void) throws {
    var ids: Set<String> = []
    var last: Document?
    var undated: (count: Int, firstLine: Int) = (0, 0)
    try forEachRow { row throws in
      let document: Document
      do throws(TableError) {
        document = try self.document(row, &ids)
      } catch {
        throw CorpusError.table(path: source.path, line: error.line, reason: error.reason)
      }
      if document.date == nil {
        undated = (undated.count + 1, undated.count == 0 ? row.line : undated.firstLine)
      }
      if let last { try body(last) }
      last = document
    }
    guard var last else { return }
    last.warnings += problems.map { warning($0, nil) }
    if undated.count > 0 {
      let rows = undated.count == 1 ? "a row" : "\(undated.count) rows, this the first"
      last.warnings.append(
        warning("no date found in \(rows); name a column: `columns: {date: …}`", undated.firstLine))
    }
    try body(last)
  }

  private func document(_ row: Row, _ ids: inout Set<String>) throws(TableError) -> Document {
    var warnings: [Warning] = []
    var said = DocumentMetadata()
    for (field, column) in layout.metadata.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let cell = try row.value(column) else { continue }
      do throws(PatternError) {
        try said.set(field, to: cell.text, speakersSeparatedBy: ";")
      } catch {
        warnings.append(warning("column \(column): \(error.reason)", row.line))
      }
    }
    let metadata = said.over(rule)
    let text = try row.value(layout.text) ?? Cell(line: row.line, column: 1)
    var name = try layout.id.flatMap { column throws(TableError) in try row.value(column) }?.text ?? ""
    if name.isEmpty { name = "\(row.number)" }
    if !ids.insert(name).inserted {
      let given = name
      name += "~\(row.number)"
      while !ids.insert(name).inserted { name += "~" }
      warnings.append(
        warning("the id `\(given.excerpt)` is given twice; this row goes by `\(name.excerpt)`", row.line))
    }
    let repair = Repair(
      text.utf8, from: LineScanner(text.utf8), isMarkdown: false, ledger: Ledger(), knownTitle: metadata.title
    )
    let lineStarts = LineStarts(of: text.utf8)
    var document = Document(
      id: "\(source.id)/\(name)", path: source.path, title: metadata.title ?? name, metadata: metadata,
      repair,
      paragraphs: repair.paragraphs.map { text.relocated($0, lineStarts: lineStarts) })
    document.warnings = warnings
    document.addTextWarnings(
      line: row.line,
      mojibakeCount: repair.mojibakeLines.count,
      mojibakeLine: repair.mojibakeLines.first.map { text.line(at: lineStarts.offset(ofLine: $0)) })
    return document
  }

  private func warning(_ message: String, _ line: Int?) -> Warning {
    Warning(path: source.path, line: line, message: message)
  }
}

// From bytes to rows.
extension TableReader {
  private func forEachRow(_ body: (Row) throws -> Void) throws {
    do {
      if source.format == .jsonLines { try forEachJSONLine(body) } else { try forEachSeparatedRow(body) }
    } catch let error as TableError {
      throw CorpusError.table(path: source.path, line: error.line, reason: error.reason)
    }
  }

  private func forEachJSONLine(_ body: (Row) throws -> Void) throws {
    if let column = layout.columns.first(where: { if case .number = $0 { true } else { false } }) {
      throw TableError(
        line: 1,
        reason: "column \(column) is a number; in JSON lines a key is expected, without `header: false`")
    }
    var scanner = LineScanner(bytes)
    var number = 0
    var firstRow: (line: Int, keys: [String])?
    var hasText = false
    while let line = scanner.next() {
      let range = line.start..<line.end
      guard bytes[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      number += 1
      let cells = try JSONLineRow.cells(of: bytes[range], line: line.number)
      if firstRow == nil { firstRow = (line.number, Array(cells.keys.sorted().prefix(Self.mostNames))) }
      let row = Row(number: number, line: line.number) { column in
        if case .name(let name) = column { cells[name] } else { nil }
      }
      if !hasText { hasText = try row.value(layout.text) != nil }
      try body(row)
    }
    if let firstRow, !hasText {
      let keys = firstRow.keys.map { "`\($0.excerpt)`" }.joined(separator: ", ")
      throw TableError(
        line: firstRow.line, reason: "no row has a text under the key \(layout.text); this one has \(keys)")
    }
  }

  /// The most columns that a message lists.
  private static let mostNames = 20

  private func forEachSeparatedRow(_ body: (Row) throws -> Void) throws {
    var rows = SeparatedRows(bytes, separator: source.format == .tabs ? 0x09 : UInt8(ascii: ","))
    var places: [String: Int] = [:]
    if layout.hasHeader {
      guard let header = try rows.next() else { return }
      for (index, cell) in header.enumerated() where places[cell.text] == nil { places[cell.text] = index }
      for column in layout.columns {
        guard case .name(let name) = column, places[name] == nil else { continue }
        let names = header.prefix(Self.mostNames).map { "`\($0.text.excerpt)`" }.joined(separator: ", ")
        let more = header.count > Self.mostNames ? " and \(header.count - Self.mostNames) more" : ""
        throw TableError(line: 1, reason: "there is no column `\(name)`; the header names \(names)\(more)")
      }
    }
    var number = 0
    while let cells = try rows.next() {
      number += 1
      let line = cells[0].runs[0].line
      try body(
        Row(number: number, line: line) { column throws(TableError) in
          let index =
            switch column {
            case .name(let name): places[name] ?? cells.count
            case .number(let number): number - 1
            }
          guard index < cells.count else {
            throw TableError(
              line: line, reason: "column \(column) is expected, and the row has \(cells.count) values")
          }
          return cells[index]
        })
    }
  }
}
