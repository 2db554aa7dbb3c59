// What is odd about a text, whether a file or a row of a table holds it.
extension Document {
  /// Paragraphs of more words are worth a warning.
  private static let longParagraph = 1_500

  /// Warns of a text that is empty, was decoded wrongly or has lost its breaks.
  ///
  /// - Parameters:
  ///   - line: The line of the text's row; nil if it is a whole file.
  ///   - mojibakeLine: The line of the source that holds the first spot of mojibake; nil without any.
  mutating func addTextWarnings(line: Int?, mojibakeCount: Int, mojibakeLine: Int?) {
    if paragraphs.isEmpty { warn("no text found", line) }
    if let mojibakeLine {
      let spots = mojibakeCount == 1 ? "1 spot" : "\(mojibakeCount) spots, this the first,"
      warn(
        "mojibake: \(spots) decoded with the wrong table, such as `â€™` for ’; convert the original again",
        mojibakeLine)
    }
    for paragraph in paragraphs where Self.isLong(paragraph) {
      warn(
        "a paragraph of more than \(Self.longParagraph) words; are its breaks lost?", paragraph.pieces[0].line
      )
    }
  }

  private mutating func warn(_ message: String, _ line: Int?) {
    warnings.append(Warning(path: path, line: line, message: message))
  }

  private static func isLong(_ paragraph: Paragraph) -> Bool {
    guard paragraph.utf8.count > 2 * longParagraph else { return false }
    return paragraph.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) } > longParagraph
  }
}
