/// What is said on standard error, for a terminal that is narrower than its lines.
package enum WrappedText {
  /// In less room lines of a word each say nothing.
  private static let leastWidth = 20

  /// `text` with its lines broken between words where they have more than `width` columns; what follows a break is indented as its line is.
  ///
  /// A word that is longer than a line stays whole, to be copied.
  package static func of(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      columns(of: line) > width ? broken(line, width: max(leastWidth, width)) : String(line)
    }.joined(separator: "\n")
  }

  private static func broken(_ line: Substring, width: Int) -> String {
    let indent = line.prefix { $0 == " " }
    var result = ""
    var used = 0
    for word in line.split(separator: " ") {
      let needed = columns(of: word)
      if used > 0, used + 1 + needed <= width {
        result += " " + word
        used += 1 + needed
      } else {
        result += (used > 0 ? "\n" : "") + indent + word
        used = indent.count + needed
      }
    }
    return result
  }

  private static func columns(of text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.columnWidth }
  }
}
