/// A step of repair: writes a paragraph's text and its pieces from its rows.
struct ParagraphWriter {
  let rows: [Row]
  let text: CleanText
  let joiner: RowJoiner

  init(rows: [Row], text: CleanText) {
    self.rows = rows
    self.text = text
    joiner = RowJoiner(rows: rows, text: text)
  }

  /// The paragraph of `unit`, which has text; its section is not yet known.
  ///
  /// What is done to join its rows is counted, and the hyphens that go are entered.
  func paragraph(of unit: Unit, counts: inout RepairCounts, ledger: inout Ledger) -> Paragraph {
    counts.add(unit.kind)
    return write(unit) { previous, next, joint in
      if !next.isPart(of: previous) { counts.add(Join(previous, next, joint: joint)) }
      guard case .dropHyphen(let byteCount) = joint else { return }
      let end = text.extent(of: previous).upperBound
      ledger.remove(end - byteCount, end, as: .breakHyphen)
    }
  }

  /// The text of `unit`.
  func string(of unit: Unit) -> String { write(unit) { _, _, _ in }.text }

  private func write(_ unit: Unit, atJoint: (Row, Row, RowJoint) -> Void) -> Paragraph {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(rows[unit.rows].reduce(0) { $0 + $1.byteCount + 1 })
    var pieces: [SourcePiece] = []
    var previous: Int?
    for index in unit.rows where rows[index].byteCount > 0 {
      if let previous {
        let joint = joiner.joint(rows[previous], rows[index])
        atJoint(rows[previous], rows[index], joint)
        apply(joint, to: &utf8, &pieces)
      }
      append(rows[index], to: &utf8, &pieces)
      previous = index
    }
    let endLine = rows[previous ?? unit.rows.lowerBound].line
    return Paragraph(kind: unit.kind, section: 0, utf8: utf8, pieces: pieces, endLine: endLine)
  }

  /// Where the rows of `unit` meet, and how they were joined.
  func joins(of unit: Unit) -> [Join] {
    let rows = rows[unit.rows].filter { $0.byteCount > 0 }
    return zip(rows, rows.dropFirst()).compactMap { previous, next in
      next.isPart(of: previous) ? nil : Join(previous, next, joint: joiner.joint(previous, next))
    }
  }

  private func apply(_ joint: RowJoint, to utf8: inout [UInt8], _ pieces: inout [SourcePiece]) {
    switch joint {
    case .space: utf8.append(0x20)
    case .nothing: break
    case .dropHyphen(let byteCount):
      utf8.removeLast(byteCount)
      while let last = pieces.last, last.textOffset >= utf8.count { pieces.removeLast() }
    }
  }

  private func append(_ row: Row, to utf8: inout [UInt8], _ pieces: inout [SourcePiece]) {
    let shift = utf8.count - row.textStart
    var index = row.pieceStart
    while index < text.pieces.count, text.pieces[index].textOffset < row.textEnd {
      var piece = text.pieces[index]
      index += 1
      // A marker taken off the row's start may have taken pieces, or a part of one, with it.
      let pieceEnd = index < text.pieces.count ? text.pieces[index].textOffset : text.bytes.count
      guard pieceEnd > row.textStart else { continue }
      let cut = max(0, row.textStart - piece.textOffset)
      piece.column += cut
      piece.textOffset += cut + shift
      pieces.append(piece)
    }
    utf8.append(contentsOf: text.bytes[row.textStart..<row.textEnd])
  }
}
