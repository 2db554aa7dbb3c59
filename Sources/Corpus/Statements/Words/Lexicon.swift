/// The number of a word that the rules know; 0 is every other word.
typealias Lexeme = Int32

/// The words that the rules know, numbered by their folded bytes, with their classes.
///
/// Open addressing with linear probing over FNV-1a hashes, at most half full, so a look-up of an unknown word ends at
/// the first free slot.
struct Lexicon: Sendable {
  private(set) var classes: [WordClass] = [[]]
  private var slots: [Lexeme]
  private var bytes: [UInt8] = []
  /// Where the bytes of each word start; one entry more than words.
  private var starts: [Int32] = [0, 0]

  init(minimumCapacity: Int = 4_096) {
    var capacity = 64
    while capacity < 2 * minimumCapacity { capacity *= 2 }
    slots = [Lexeme](repeating: 0, count: capacity)
  }

  /// The number of a word; 0 for one that is not known.
  func lexeme(of folded: [UInt8]) -> Lexeme {
    slots[slot(of: folded)]
  }

  func lexeme(of word: String) -> Lexeme { lexeme(of: Array(word.utf8)) }

  /// The number of a folded word, which is added if it is new.
  mutating func intern(_ word: String, as wordClass: WordClass = []) -> Lexeme {
    let folded = Array(word.utf8)
    precondition(!folded.isEmpty, "a word has letters")
    var lexeme = slots[slot(of: folded)]
    if lexeme == 0 {
      if classes.count * 2 >= slots.count { grow() }
      lexeme = Lexeme(classes.count)
      slots[slot(of: folded)] = lexeme
      bytes += folded
      starts.append(Int32(bytes.count))
      classes.append([])
    }
    classes[Int(lexeme)].formUnion(wordClass)
    return lexeme
  }

  private func slot(of folded: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[index] != 0, !isEqual(slots[index], folded) { index = (index + 1) & mask }
    return index
  }

  private func isEqual(_ lexeme: Lexeme, _ folded: [UInt8]) -> Bool {
    let start = Int(starts[Int(lexeme)])
    guard Int(starts[Int(lexeme) + 1]) - start == folded.count else { return false }
    for index in folded.indices where bytes[start + index] != folded[index] { return false }
    return true
  }

  private mutating func grow() {
    let words = (1..<classes.count).map { Array(bytes[Int(starts[$0])..<Int(starts[$0 + 1])]) }
    slots = [Lexeme](repeating: 0, count: slots.count * 2)
    for (index, word) in words.enumerated() { slots[slot(of: word)] = Lexeme(index + 1) }
  }
}
