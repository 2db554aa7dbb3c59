/// Breaks of the text that a reader has judged: what stands before and behind one is a single phrase, or is not.
///
///     kind   file   line  column  words  line  column  words
///
/// gives for each side of the break a line, a column (bytes, from 1) and a number of words, never more than eight in all.
/// `together` says that the phrase stands in exactly one paragraph; `apart`, that a heading, a bullet, a name of a list or a
/// paragraph ends between its sides, so that it stands in none.
package struct BreakGold: Sendable {
  struct Phrase: Sendable {
    enum Kind: String, CaseIterable {
      case together
      case apart
    }

    var kind: Kind
    var file: String
    /// Where its words stand, before and behind the break.
    var sides: [(line: Int, column: Int, words: Int)]
  }

  static let columns = ["kind", "file", "line", "column", "words", "line", "column", "words"]

  let phrases: [Phrase]
  let leastPercents: [String: Int]

  init(_ table: GoldTable) throws(GoldError) {
    try table.checkMeasures(Phrase.Kind.allCases.map(\.rawValue))
    leastPercents = table.leastPercents
    var phrases: [Phrase] = []
    for row in table.rows {
      guard let kind = Phrase.Kind(rawValue: String(row.cells[0])) else {
        throw GoldError(
          path: table.path, line: row.line,
          reason: "kind is `\(row.cells[0])`; together or apart is expected")
      }
      var numbers: [Int] = []
      for column in 2..<8 { numbers.append(try table.number(row, column)) }
      phrases.append(
        Phrase(
          kind: kind, file: String(row.cells[1]),
          sides: [(numbers[0], numbers[1], numbers[2]), (numbers[3], numbers[4], numbers[5])]))
    }
    self.phrases = phrases
  }
}

extension BreakGold.Phrase {
  /// Its words, without markup.
  func text(in lines: SourceLines) -> [UInt8] {
    let parts = sides.map { side in
      let line = String(decoding: lines.line(side.line).dropFirst(side.column - 1), as: UTF8.self)
      let text = line.replacing(/\]\([^)]*\)|\[|<[^>]*>|\*\*/, with: "")
      let words = text.split(whereSeparator: \.isWhitespace).filter { word in
        word.contains { $0.isLetter || $0.isNumber }
      }
      return words.prefix(side.words).joined(separator: " ")
    }
    // An apostrophe-s behind a link belongs to it.
    return Array(parts.joined(separator: parts[1].hasPrefix("'s") ? "" : " ").utf8)
  }
}
