/// The names of speakers as paths of words, for finding the longest one that begins at a word of a text.
///
/// Equal words may be written in several ways (`us` and `US`), so an end keeps how each name is written.
struct NameTrie: Sendable {
  /// A name that ends at a node.
  struct Name: Sendable {
    /// Those who are meant; none for a decoy, which only keeps shorter names from being read into it.
    var speakers: [Int]
    var isDemonym = false
    var needsTitle = false
    var spelling: [Spelling]
  }

  /// How a word of a name is written.
  struct Spelling: Sendable {
    var isCapital: Bool
    /// Whether the word is capitals throughout, which text must keep: `UK`.
    var isCapitals: Bool
    /// Whether a comma or parenthesis stands before it.
    var followsBreak: Bool
  }

  struct Match {
    /// Just past the last word.
    var end: Int
    var names: [Name]
  }

  private var edges: [UInt64: Int32] = [:]
  private var names: [[Name]] = [[]]

  mutating func insert(_ words: [Lexeme], _ name: Name) {
    var node: Int32 = 0
    for word in words {
      let key = Self.key(node, word)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = Int32(names.count)
        node = Int32(names.count)
        names.append([])
      }
    }
    names[Int(node)].append(name)
  }

  /// The longest names that begin at word `start`, written as they should be.
  ///
  /// - Complexity: Linear in the longest name.
  func longest(at start: Int, in words: [TextWord], before end: Int) -> Match? {
    var node: Int32 = 0
    var best: Match?
    var index = start
    while index < end, words[index].lexeme != 0, let next = edges[Self.key(node, words[index].lexeme)] {
      node = next
      index += 1
      guard !names[Int(node)].isEmpty else { continue }
      let fitting = names[Int(node)].filter { Self.fits($0.spelling, words[start..<index]) }
      if !fitting.isEmpty { best = Match(end: index, names: fitting) }
    }
    return best
  }

  private static func fits(_ spelling: [Spelling], _ words: ArraySlice<TextWord>) -> Bool {
    for (offset, word) in words.enumerated() {
      let expected = spelling[offset]
      if expected.isCapitals, !word.shape.contains(.capitals) { return false }
      if expected.isCapital, !word.shape.contains(.capital) { return false }
      if offset > 0, word.gap.isPlain == expected.followsBreak, word.gap != [.stop, .space] { return false }
    }
    return true
  }

  private static func key(_ node: Int32, _ word: Lexeme) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
