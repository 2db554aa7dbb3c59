/// Plain text as Markdown that shows as that text.
package enum MarkdownText {
  /// `text` on one line, with a backslash before what Markdown would take for markup.
  /// - Parameter startsLine: Whether nothing stands before it on its line.
  package static func escaped(_ text: String, startsLine: Bool = true) -> String {
    let scalars = Array(Sanitizer.clean(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for position in scalars.indices {
      if isMarkup(at: position, of: scalars) { result.append("\\") }
      result.append(scalars[position])
    }
    return startsLine ? String(escapingStartOf: String(result)) : String(result)
  }

  /// Whether it would be markup inside a paragraph.
  private static func isMarkup(at position: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let next = position + 1 < scalars.count ? scalars[position + 1] : " "
    switch scalars[position] {
    case "\\", "`", "*", "[", "]", "<", ">", "~": return true
    case "&": return next.properties.isAlphabetic || next == "#"
    // Between letters and digits, as in FRA_78, it is none.
    case "_": return position == 0 || !isWord(scalars[position - 1]) || !isWord(next)
    default: return false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// `text` as a quotation, all its lines behind `> `.
  package static func quotation(of escaped: String) -> String { "> " + escaped }
}

extension String {
  /// A line that would begin a heading, a list or a rule, with a backslash before what says so.
  fileprivate init(escapingStartOf line: String) {
    let digits = line.utf8.prefix { (0x30...0x39).contains($0) }.count
    let rest = line.dropFirst(digits)
    if digits == 0, let first = rest.first, "#+-=".contains(first) {
      self = "\\" + line
    } else if digits > 0, let first = rest.first, ".)".contains(first) {
      self = line.prefix(digits) + "\\" + rest
    } else {
      self = line
    }
  }
}

extension CitationMessage {
  /// The words as a quotation of Markdown, and the footnote behind it; a document has no words.
  package var markdown: String {
    let footnote = MarkdownText.escaped(footnote)
    return quote.map { MarkdownText.quotation(of: MarkdownText.escaped($0)) + "\n\n— " + footnote }
      ?? footnote
  }
}
