extension Scan {
  /// Where a word or phrase stands, or some words in order.
  struct Place: Hashable {
    /// From the first word to behind the last.
    var words: Range<Int>
    /// Unicode scalars of the paragraph's text: more than one range if others stand between the words.
    var ranges: [Range<Int>]
  }

  /// For each paragraph, where what is asked for stands.
  mutating func places(of leaf: Asked.Leaf) -> [[Place]] {
    switch leaf.kind {
    case .run: return places(of: leaf.words)
    case .group:
      return paragraphs.map { paragraph in
        paragraph.positions.enumerated().flatMap { position, tokens in
          tokens.filter { token in leaf.words.contains { Self.matches(token, $0) } }
            .map { Place(words: position..<position + 1, ranges: [$0.range]) }
        }
      }
    case .sloppy(let slop):
      return paragraphs.map { Self.places(of: leaf.words, slop: slop, in: $0.positions) }
    }
  }

  /// The least places of some words in order, each with all words that can be taken there.
  private static func places(of words: [Asked.Word], slop: Int, in positions: [[Token]]) -> [Place] {
    var choices: [[(position: Int, range: Range<Int>)]] = [[]]
    for word in words {
      choices = choices.flatMap { choice in
        let first = choice.isEmpty ? 0 : choice[choice.count - 1].position + 1
        // Positions that are passed over count, from the first word taken.
        let passed = choice.isEmpty ? 0 : first - choice[0].position - choice.count
        let last = choice.isEmpty ? positions.count : min(positions.count, first + slop - passed + 1)
        return (first..<max(first, last)).compactMap { position in
          positions[position].first { matches($0, word) }.map { choice + [(position, $0.range)] }
        }
      }
    }
    let wholes = least(choices.map { $0[0].position..<$0[$0.count - 1].position + 1 })
    return wholes.map { whole in
      let here = choices.filter {
        $0[0].position == whole.lowerBound && $0.last!.position + 1 == whole.upperBound
      }
      let ranges = Set(here.flatMap { $0 }.map(\.range))
      return Place(words: whole, ranges: ranges.sorted { $0.lowerBound < $1.lowerBound })
    }
  }

  static func matches(_ token: Token, _ word: Asked.Word) -> Bool {
    switch word {
    case .exact(let term): return token.term == term
    case .anyForm(let family): return token.family == family
    case .prefix(let prefix): return token.term.hasPrefix(prefix) && !isInCapitals(token)
    case .fuzzy(let other, let edits):
      guard !token.term.contains("-"), !token.term.contains("/") else { return false }
      return distance(Array(token.term.unicodeScalars), Array(other.unicodeScalars)) <= edits
        && !isInCapitals(token)
    }
  }

  /// Words in capitals stand folded beside themselves, and patterns do not look at them again.
  private static func isInCapitals(_ token: Token) -> Bool { token.term.contains(where: \.isUppercase) }

  /// Scalars to add, to leave out or to replace (Wagner and Fischer, "The String-to-String Correction Problem", JACM 21, 1974).
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
      var next = [index + 1]
      for (column, candidate) in other.enumerated() {
        next.append(min(row[column] + (scalar == candidate ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[other.count]
  }

  /// Those that hold no other, each once, in order.
  static func least(_ all: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    // By their ends: one that begins no later than one that is kept holds it.
    for range in Set(all).sorted(by: { ($0.upperBound, -$0.lowerBound) < ($1.upperBound, -$1.lowerBound) })
    where range.lowerBound > kept.last?.lowerBound ?? -1 { kept.append(range) }
    return kept
  }
}
