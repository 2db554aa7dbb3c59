import Wire

/// Text with marks on some of its scalars.
struct StyledText: Equatable {
  struct Cell: Equatable {
    var scalar: Unicode.Scalar
    var isMarked: Bool
  }

  var cells: [Cell] = []

  init() {}

  /// The whole of `text`, cleaned of control characters, unmarked.
  init(_ text: String) { append(text) }

  mutating func append(_ text: String) {
    cells += text.unicodeScalars.map { Cell(scalar: Sanitizer.clean($0), isMarked: false) }
  }

  mutating func append(_ cells: some Sequence<Cell>) { self.cells += cells }

  /// Breaks the text into lines of at most `width` columns, between words where it can.
  ///
  /// White space at a break is dropped; a word longer than a line is cut, unless it is to be copied whole.
  func wrapped(to width: Int, cutsWords: Bool = true) -> [[Cell]] {
    var lines: [[Cell]] = []
    var line: [Cell] = []
    var used = 0
    for word in words {
      let needed = word.cells.columnWidth
      if !line.isEmpty, used + 1 + needed <= width {
        line += [word.gap].compactMap(\.self) + word.cells
        used += 1 + needed
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = word.cells[...]
      used = needed
      while cutsWords, used > width {
        let piece = Self.cut(&rest, width)
        used -= piece.columnWidth
        lines.append(piece)
      }
      line = Array(rest)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Takes as many cells as fit `width` columns, at least one.
  private static func cut(_ cells: inout ArraySlice<Cell>, _ width: Int) -> [Cell] {
    var used = 0
    let count = cells.prefix { cell in
      used += cell.scalar.columnWidth
      return used <= width
    }.count
    defer { cells = cells.dropFirst(max(1, count)) }
    return Array(cells.prefix(max(1, count)))
  }

  private struct Word {
    /// The space before it; marked if it stands inside a mark.
    var gap: Cell?
    var cells: [Cell]
  }

  private var words: [Word] {
    var words: [Word] = []
    var gap: Cell?
    var current: [Cell] = []
    for cell in cells {
      if cell.scalar != " " {
        current.append(cell)
        continue
      }
      if !current.isEmpty { words.append(Word(gap: gap, cells: current)) }
      current = []
      gap = cell
    }
    if !current.isEmpty { words.append(Word(gap: gap, cells: current)) }
    return words
  }
}

extension Sequence<StyledText.Cell> {
  /// The columns of the cells side by side.
  var columnWidth: Int { reduce(0) { $0 + $1.scalar.columnWidth } }
}
