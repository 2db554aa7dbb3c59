/// One value of a table, and the way back from its bytes to the source.
struct Cell: Equatable {
  /// Where a run of the value stands byte for byte in the source.
  struct Run: Equatable {
    /// Offset of its first byte in the value.
    var offset: Int
    /// Line of the source, from 1.
    var line: Int
    /// UTF-8 bytes from 1.
    var column: Int
  }

  /// Quotes, doubled quotes and escapes undone.
  var utf8: [UInt8] = []
  /// In order of `offset`; the first is at 0.
  var runs: [Run]

  /// An empty value at a place.
  init(line: Int, column: Int) {
    runs = [Run(offset: 0, line: line, column: column)]
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Says that what comes next stands elsewhere than right behind what came before.
  mutating func move(toLine line: Int, column: Int) {
    let run = Run(offset: utf8.count, line: line, column: column)
    if runs[runs.count - 1].offset == run.offset { runs[runs.count - 1] = run } else { runs.append(run) }
  }

  /// `paragraph`, read from this value, with the places of the source.
  func relocated(_ paragraph: Paragraph, lineStarts: LineStarts) -> Paragraph {
    var result = paragraph
    result.pieces = []
    var run = 0
    for (index, piece) in paragraph.pieces.enumerated() {
      let start = lineStarts.offset(ofLine: piece.line) + piece.column - 1
      let end =
        index + 1 < paragraph.pieces.count ? paragraph.pieces[index + 1].textOffset : paragraph.utf8.count
      let length = end - piece.textOffset
      // Pieces follow the source, so runs are gone through once.
      while run + 1 < runs.count, runs[run + 1].offset <= start { run += 1 }
      result.pieces.append(place(start, in: run, textOffset: piece.textOffset))
      var next = run + 1
      while next < runs.count, runs[next].offset < start + length {
        result.pieces.append(
          place(runs[next].offset, in: next, textOffset: piece.textOffset + runs[next].offset - start))
        next += 1
      }
    }
    result.endLine = result.pieces.last?.line ?? runs[0].line
    return result
  }

  /// The line of the source on which a byte of the value stands.
  func line(at offset: Int) -> Int { (runs.last { $0.offset <= offset } ?? runs[0]).line }

  private func place(_ offset: Int, in run: Int, textOffset: Int) -> SourcePiece {
    SourcePiece(
      textOffset: textOffset, line: runs[run].line, column: runs[run].column + offset - runs[run].offset)
  }
}
