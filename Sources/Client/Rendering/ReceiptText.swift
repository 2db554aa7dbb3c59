package import Wire

extension TextLayout {
  /// A receipt for people: each line of the source under its number, beneath it signs under what is not in the paragraph and
  /// what they mean, and below all of them which lines were joined.
  package func text(of receipt: ReceiptMessage) -> String {
    guard let first = receipt.lines.first, let last = receipt.lines.last else { return "" }
    let range =
      first.number == last.number ? "line \(first.number)" : "lines \(first.number) to \(last.number)"
    var result = block(StyledText("from \(range) of the source:"), indent: 0, role: .title)
    let gutter = Gutter(layout: self, lastNumber: last.number)
    var rest = receipt.lines[...]
    while let line = rest.first {
      let blanks = rest.prefix { $0.isBlank }
      if blanks.isEmpty {
        result += gutter.text(of: line)
        rest.removeFirst()
      } else {
        result += gutter.text(ofBlank: blanks)
        rest = rest.dropFirst(blanks.count)
      }
    }
    var sentences = Self.sentences(of: receipt.joins)
    if sentences.isEmpty && !gutter.hasMarks(receipt.lines) {
      sentences = ["nothing was joined or taken out"]
    }
    for sentence in sentences { result += block(StyledText(sentence), indent: 4, lead: "  ") }
    return result + "\n"
  }

  /// Which lines were joined, in words; those that follow each other and were parted by the same in one sentence.
  private static func sentences(of joins: [ReceiptJoin]) -> [String] {
    var sentences: [String] = []
    var rest = joins[...]
    while let join = rest.first {
      var next = join.line
      let alike = rest.prefix { other in
        guard other.line == next, other.cause == join.cause, other.hyphen == nil else { return false }
        next = other.nextLine
        return true
      }
      if alike.count > 1 {
        sentences.append(
          "lines \(join.line) to \(next): joined at \(alike.count) \(plural(of: join.cause))")
      } else {
        sentences.append("line \(join.line) → \(join.nextLine): " + words(of: join))
      }
      rest = rest.dropFirst(max(1, alike.count))
    }
    return sentences
  }

  private static func plural(of cause: String) -> String {
    switch cause {
    case "wrap": "line ends"
    case "blank-line": "blank lines inside a sentence"
    case "page-break": "page breaks inside a sentence"
    case "link": "links on lines of their own"
    default: cause
    }
  }

  private static func words(of join: ReceiptJoin) -> String {
    let cause =
      switch join.cause {
      case "wrap": "a line's end"
      case "blank-line": "a blank line inside a sentence"
      case "page-break": "a page break inside a sentence"
      case "link": "a link on a line of its own"
      default: join.cause
      }
    switch join.hyphen {
    case "kept": return cause + ", hyphen kept"
    case "dropped": return cause + ", hyphen taken out"
    case "soft": return cause + ", soft hyphen taken out"
    default: return cause
    }
  }
}

/// The lines of a source beside their numbers.
private struct Gutter {
  let layout: TextLayout
  /// Columns of the largest number.
  let width: Int
  /// Columns before the text.
  private var indent: Int { width + 4 }
  private var room: Int { max(8, layout.width - indent) }

  init(layout: TextLayout, lastNumber: Int) {
    self.layout = layout
    width = "\(lastNumber)".count
  }

  func text(of line: ReceiptLine) -> String {
    if line.isFormFeed { return lead(line.number) + layout.paint("(form feed)", .quiet) + "\n" }
    return ReceiptRow.rows(of: line, width: room).enumerated().map { index, row in
      lead(index == 0 ? line.number : nil) + row.text + "\n" + marks(of: row)
    }.joined()
  }

  func hasMarks(_ lines: [ReceiptLine]) -> Bool {
    lines.contains { ReceiptRow.rows(of: $0, width: room).contains { !$0.signs.isEmpty } }
  }

  func text(ofBlank lines: ArraySlice<ReceiptLine>) -> String {
    let text = lines.count == 1 ? "(blank)" : "(\(lines.count) blank)"
    return lead(lines.first?.number) + layout.paint(text, .quiet) + "\n"
  }

  private func marks(of row: ReceiptRow) -> String {
    guard !row.signs.isEmpty else { return "" }
    let space = String(repeating: " ", count: indent)
    let signs = space + layout.paint(row.signs, .quiet)
    if row.signs.count + 2 + row.note.unicodeScalars.count <= room {
      return signs + "  " + layout.paint(row.note, .quiet) + "\n"
    }
    // On a line of its own it must not be taken for the source's.
    return signs + "\n"
      + layout.block(StyledText(row.note), indent: indent + 2, lead: space + "↑ ", role: .quiet)
  }

  private func lead(_ number: Int?) -> String {
    let digits = number.map { "\($0)" } ?? ""
    let space = String(repeating: " ", count: width - digits.count)
    return "  " + space + layout.paint(digits, .quiet) + "  "
  }
}

extension ReceiptLine {
  private var isWhite: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  /// Whether there is nothing to see.
  fileprivate var isBlank: Bool { isWhite && !isFormFeed }
  /// Whether a page ends here, and there is nothing else to see.
  fileprivate var isFormFeed: Bool { isWhite && text.unicodeScalars.contains("\u{0C}") }
}
