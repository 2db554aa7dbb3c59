extension Scan {
  /// What of a paragraph's text is a statement's, in Unicode scalars; nil where all words are.
  ///
  /// Every scalar is given to a word: those of a word to itself, those before the first and behind the last to these, and those between two to
  /// the first, but from a mark on that opens something behind a space.
  func ownText(of unit: Unit, in number: Int) -> [Range<Int>]? {
    let paragraph = paragraphs[number]
    let words = paragraph.positions.indices
    let own = Set(
      words.filter { position in
        unit.scope.spans.contains { $0.paragraph == number && $0.positions.contains(position) }
      })
    if own.count == words.count { return nil }
    let scalars = Array(paragraph.text.unicodeScalars)
    var word = 0
    var isOpened = false
    let isOwn = scalars.indices.map { index in
      let isBehindSpace = index > 0 && scalars[index - 1].properties.isWhitespace
      if word + 1 < words.count {
        let isBetween = index >= paragraph.positions[word][0].range.upperBound
        if isBetween, isBehindSpace, Self.opening.contains(scalars[index]) { isOpened = true }
        if isOpened || index >= paragraph.positions[word + 1][0].range.lowerBound {
          word += 1
          isOpened = false
        }
      }
      return own.contains(word)
    }
    var ranges: [Range<Int>] = []
    for index in scalars.indices where isOwn[index] {
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges.map { Self.trimmed($0, scalars) }
  }

  private static let opening = Set("([{«“‘„‚‹\"'".unicodeScalars)

  private static func trimmed(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    var text = String(String.UnicodeScalarView(scalars[range]))
    let start = range.lowerBound + text.prefix { $0 == " " }.unicodeScalars.count
    while text.hasSuffix(" ") || text.hasSuffix(" –") || text.hasSuffix(" -") || text.hasSuffix(" —") {
      text.unicodeScalars.removeLast()
    }
    return start..<range.lowerBound + text.unicodeScalars.count
  }
}
