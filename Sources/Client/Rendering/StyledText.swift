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

  /// Breaks the text into lines of at most `width` scalars, between words where it can.
  ///
  /// White space at a break is dropped; a word longer than a line is cut, unless it is to be copied whole.
  func wrapped(to width: Int, cutsWords: Bool = true) -> [[Cell]] {
    var lines: [[Cell]] = []
    var line: [Cell] = []
    for word in words {
      let space = line.isEmpty ? 0 : 1
      if line.count + space + word.cells.count <= width {
        if let gap = word.gap, !line.isEmpty { line.append(gap) }
        line += word.cells
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = word.cells[...]
      while cutsWords && rest.count > width {
        lines.append(Array(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line = Array(rest)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
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
