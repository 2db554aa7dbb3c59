/// The names of speakers as paths of words, for finding the longest one that begins at a word of a text.
///
/// Equal words may be written in several ways (`us` and `US`), so an end keeps how each name is written.
struct NameTrie: Sendable {
  /// How a word of a name is written.
  struct Spelling: Sendable, Equatable {
    var isCapital: Bool
    /// Whether the word is capitals throughout, which text must keep: `UK`.
    var isCapitals: Bool
    /// Whether a comma or parenthesis stands before it.
    var followsBreak: Bool
  }

  /// How a name means somebody.
  enum Use: Sendable {
    /// A name proper, which may mean several at once (`Special Advisers on …`).
    case name
    /// An adjective: `French`.
    case demonym
    /// A surname, which text must put behind a title.
    case surname
    /// Longer words of another meaning, which keep shorter names from being read into them.
    case decoy
  }

  /// Whom words mean that are written in one way, by places in the speaker table.
  struct Meaning: Sendable {
    var spelling: [Spelling]
    var named: [Int] = []
    var demonyms: [Int] = []
    var surnames: [Int] = []
  }

  struct Match {
    /// Just past the last word.
    var end: Int
    /// Index into ``meanings``.
    var meaning: Int
  }

  private(set) var meanings: [Meaning] = []
  /// Of each node: its meanings, in the order in which they are tried.
  private var meaningsOfNode: [[Int32]] = [[]]
  private var edges = EdgeTable()

  mutating func insert(_ words: [Lexeme], spelling: [Spelling], _ speakers: [Int], as use: Use) {
    var node: Int32 = 0
    for word in words {
      if let next = edges.target(of: node, word) {
        node = next
      } else {
        let next = Int32(meaningsOfNode.count)
        edges.insert(node, word, to: next)
        meaningsOfNode.append([])
        node = next
      }
    }
    let known = meaningsOfNode[Int(node)].first { meanings[Int($0)].spelling == spelling }
    let index = known.map { Int($0) } ?? meanings.count
    if known == nil {
      meanings.append(Meaning(spelling: spelling))
      meaningsOfNode[Int(node)].append(Int32(index))
    }
    switch use {
    case .name: if meanings[index].named.isEmpty { meanings[index].named = speakers }
    case .demonym: meanings[index].demonyms += speakers
    case .surname: meanings[index].surnames += speakers
    case .decoy: break
    }
  }

  /// The longest name that begins at word `start`, written as it should be.
  ///
  /// - Complexity: Linear in the longest name.
  func longest(at start: Int, in words: [TextWord], before end: Int) -> Match? {
    var node: Int32 = 0
    var best: Match?
    var index = start
    while index < end, words[index].lexeme != 0, let next = edges.target(of: node, words[index].lexeme) {
      node = next
      index += 1
      for meaning in meaningsOfNode[Int(node)] where fits(Int(meaning), words, from: start) {
        best = Match(end: index, meaning: Int(meaning))
        break
      }
    }
    return best
  }

  private func fits(_ meaning: Int, _ words: [TextWord], from start: Int) -> Bool {
    for offset in meanings[meaning].spelling.indices {
      let expected = meanings[meaning].spelling[offset]
      let word = words[start + offset]
      if expected.isCapitals, !word.shape.contains(.capitals) { return false }
      if expected.isCapital, !word.shape.contains(.capital) { return false }
      if offset > 0, word.gap.isPlain == expected.followsBreak, word.gap != [.stop, .space] { return false }
    }
    return true
  }
}

/// The edges of a ``NameTrie``: open addressing with linear probing, at most half full.
private struct EdgeTable: Sendable {
  private var keys: [UInt64]
  private var targets: [Int32]
  private var count = 0
  private static let free = UInt64.max

  init() {
    keys = [UInt64](repeating: Self.free, count: 1 << 13)
    targets = [Int32](repeating: 0, count: 1 << 13)
  }

  func target(of node: Int32, _ word: Lexeme) -> Int32? {
    let key = Self.key(node, word)
    let place = place(of: key)
    return keys[place] == key ? targets[place] : nil
  }

  mutating func insert(_ node: Int32, _ word: Lexeme, to target: Int32) {
    if count * 2 >= keys.count { grow() }
    let key = Self.key(node, word)
    let place = place(of: key)
    keys[place] = key
    targets[place] = target
    count += 1
  }

  private static func key(_ node: Int32, _ word: Lexeme) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[place] != Self.free, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != Self.free }
    keys = [UInt64](repeating: Self.free, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: keys.count)
    for (key, target) in old {
      let place = place(of: key)
      keys[place] = key
      targets[place] = target
    }
  }
}
