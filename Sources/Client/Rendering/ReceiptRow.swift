import Wire

/// As much of a source's line as fits the terminal, and what is to be said beneath it.
struct ReceiptRow: Equatable {
  /// Cleaned of control characters.
  var text: String
  /// A sign under each column that does not stand in the paragraph as it is here; empty if all does.
  var signs: String
  /// What the signs mean, in their order.
  var note: String

  /// The rows of `line`, each at most `width` columns; cut behind a space where there is one late enough.
  static func rows(of line: ReceiptLine, width: Int) -> [ReceiptRow] {
    var rows: [ReceiptRow] = []
    var rest = cells(of: line)[...]
    while !rest.isEmpty {
      let count = fittingCount(of: rest, width)
      rows.append(ReceiptRow(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return rows
  }

  private struct Cell {
    var scalar: Unicode.Scalar
    /// What is beneath it; nil if it stands in the paragraph, or is white space that was taken out.
    var mark: Mark?
    /// Whether it is the first of its run.
    var opensRun: Bool
  }

  private struct Mark: Equatable {
    var sign: Character
    var words: String

    init?(_ run: ReceiptRun) {
      switch run.fate {
      case .kept: return nil
      case .removed where run.reason == "white-space": return nil
      case .removed:
        sign = "^"
        words = "removed: " + Self.words(for: run.reason ?? "")
      case .spelled:
        sign = "="
        words = "written " + (run.letters ?? "")
      case .elsewhere:
        sign = "~"
        words = "in another paragraph"
      }
    }

    private static func words(for reason: String) -> String {
      // The link's text stays.
      reason == "link" ? "link markup" : reason.split(separator: "-").joined(separator: " ")
    }
  }

  /// `removed: tag, emphasis ×2; in another paragraph`.
  private static func note(_ marks: [(mark: Mark, count: Int)]) -> String {
    var parts: [String] = []
    for (mark, count) in marks {
      let words = mark.words + (count > 1 ? " ×\(count)" : "")
      let removed = "removed: "
      if words.hasPrefix(removed), let last = parts.last, last.hasPrefix(removed) {
        parts[parts.count - 1] = last + ", " + words.dropFirst(removed.count)
      } else {
        parts.append(words)
      }
    }
    return Sanitizer.clean(parts.joined(separator: "; "))
  }

  private static func cells(of line: ReceiptLine) -> [Cell] {
    var cells: [Cell] = []
    let byteCounts = 1...max(1, line.text.utf8.count)
    // What a daemon says is not taken for right.
    var runs = line.runs.filter { byteCounts.contains($0.column) && byteCounts.contains($0.byteCount) }[...]
    var column = 1
    for scalar in line.text.unicodeScalars {
      while let run = runs.first, run.column + run.byteCount <= column { runs.removeFirst() }
      let run = runs.first.flatMap { $0.column <= column ? $0 : nil }
      let mark = run.flatMap(Mark.init)
      cells.append(
        Cell(
          scalar: run?.fate == .removed ? visible(scalar) : Sanitizer.clean(scalar), mark: mark,
          opensRun: run?.column == column))
      column += UTF8.width(scalar)
    }
    return cells
  }

  /// What stands for a scalar that was taken out: the sign beneath it needs a column.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // Terminals do not agree on whether it has a width.
    if scalar == "\u{AD}" { return "-" }
    let clean = Sanitizer.clean(scalar)
    return clean.columnWidth > 0 ? clean : "\u{FFFD}"
  }

  /// How many cells make the next row, at least one.
  private static func fittingCount(of cells: ArraySlice<Cell>, _ width: Int) -> Int {
    var used = 0
    let fitting = cells.prefix { cell in
      used += cell.scalar.columnWidth
      return used <= width
    }
    if fitting.count == cells.count { return cells.count }
    if let space = fitting.lastIndex(where: { $0.scalar == " " }), space - fitting.startIndex >= width / 2 {
      return space - fitting.startIndex + 1
    }
    return max(1, fitting.count)
  }
}

extension ReceiptRow {
  private init(_ cells: ArraySlice<Cell>) {
    let end = cells.lastIndex { $0.scalar != " " }.map { $0 + 1 } ?? cells.startIndex
    var text = String.UnicodeScalarView()
    var signs = ""
    var marks: [(mark: Mark, count: Int)] = []
    for cell in cells[..<end] {
      text.append(cell.scalar)
      signs += String(repeating: cell.mark?.sign ?? " ", count: cell.scalar.columnWidth)
      guard let mark = cell.mark else { continue }
      if let last = marks.last, last.mark == mark {
        if cell.opensRun { marks[marks.count - 1].count += 1 }
      } else {
        marks.append((mark, 1))
      }
    }
    while signs.last == " " { signs.removeLast() }
    self.text = String(text)
    self.signs = signs
    note = Self.note(marks)
  }
}
