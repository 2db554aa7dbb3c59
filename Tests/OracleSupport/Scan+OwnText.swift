extension Scan {
  /// What of a paragraph's text is a statement's, in Unicode scalars: its words with the marks that no space parts from them; nil where they
  /// are all words that there are.
  func ownText(of unit: Unit, in number: Int) -> [Range<Int>]? {
    let paragraph = paragraphs[number]
    let isOwn = paragraph.positions.indices.map { position in
      unit.scope.spans.contains { $0.paragraph == number && $0.positions.contains(position) }
    }
    if isOwn.allSatisfy(\.self) { return nil }
    let scalars = Array(paragraph.text.unicodeScalars)
    /// Of each scalar whether it is a word's own, a word's of others, or of no word (nil).
    var owners = [Bool?](repeating: nil, count: scalars.count)
    for (position, tokens) in paragraph.positions.enumerated() {
      for scalar in tokens[0].range { owners[scalar] = isOwn[position] }
    }
    // What lies between two own words is theirs too, whatever it is.
    var lastOwn: Int?
    for scalar in scalars.indices {
      if owners[scalar] == false { lastOwn = nil }
      guard owners[scalar] == true else { continue }
      if let lastOwn { for between in lastOwn..<scalar { owners[between] = true } }
      lastOwn = scalar
    }
    // And marks that stand close to them.
    for order in [Array(scalars.indices), scalars.indices.reversed()] {
      for (before, scalar) in zip(order, order.dropFirst())
      where owners[before] == true && owners[scalar] == nil && !scalars[scalar].properties.isWhitespace {
        owners[scalar] = true
      }
    }
    return scalars.indices.filter { owners[$0] == true && ($0 == 0 || owners[$0 - 1] != true) }.map { start in
      start..<(scalars[start...].indices.first { owners[$0] != true } ?? scalars.count)
    }
  }
}
