/// Step 14: writes a paragraph's text and its pieces from its rows.
struct ParagraphWriter {
  let rows: [Row]
  let text: CleanText
  let joiner: RowJoiner

  init(rows: [Row], text: CleanText) {
    self.rows = rows
    self.text = text
    joiner = RowJoiner(rows: rows, text: text)
  }

  /// The paragraph of `unit`, its section not yet known; nil if it has no text.
  func paragraph(of unit: Unit) -> Paragraph? {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(rows[unit.rows].reduce(0) { $0 + $1.byteCount + 1 })
    var pieces: [SourcePiece] = []
    var previous: Row?
    for index in unit.rows where rows[index].byteCount > 0 {
      if let previous { apply(joiner.joint(previous, rows[index]), to: &utf8, &pieces) }
      append(rows[index], to: &utf8, &pieces)
      previous = rows[index]
    }
    guard let last = previous else { return nil }
    return Paragraph(kind: unit.kind, section: 0, utf8: utf8, pieces: pieces, endLine: last.line)
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
