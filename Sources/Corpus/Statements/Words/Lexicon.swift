/// The number of a word that the rules know; 0 is every other word.
typealias Lexeme = Int32

/// The words that the rules know, numbered by their keys, with their classes.
///
/// Open addressing with linear probing, at most half full, so a look-up of an unknown word ends at the first free slot.
struct Lexicon: Sendable {
  private struct Slot {
    var low: UInt64
    var high: UInt64
    /// 0 for a free slot.
    var lexeme: Lexeme
  }

  private(set) var classes: [WordClass] = [[]]
  private var slots: [Slot]
  /// Of each slot: a byte of its key's hash, 0 for a free slot. It is small enough to stay near the processor, and most look-ups end
  /// here.
  private var tags: [UInt8]
  private var bitCount: Int

  init(bitCount: Int = 14) {
    self.bitCount = bitCount
    slots = [Slot](repeating: Slot(low: 0, high: 0, lexeme: 0), count: 1 << bitCount)
    tags = [UInt8](repeating: 0, count: 1 << bitCount)
  }

  /// The number of a word; 0 for one that is not known.
  func lexeme(of key: WordKey) -> Lexeme {
    let hash = key.hash
    let place = place(of: key, hash)
    return tags[place] == 0 ? 0 : slots[place].lexeme
  }

  func lexeme(of word: String) -> Lexeme { lexeme(of: WordKey(word.utf8)) }

  /// The number of a folded word, which is added if it is new.
  mutating func intern(_ word: String, as wordClass: WordClass = []) -> Lexeme {
    precondition(!word.isEmpty, "a word has letters")
    return intern(WordKey(word.utf8), as: wordClass)
  }

  mutating func intern(_ key: WordKey, as wordClass: WordClass = []) -> Lexeme {
    var place = place(of: key, key.hash)
    if tags[place] == 0 {
      if classes.count * 2 >= slots.count {
        grow()
        place = self.place(of: key, key.hash)
      }
      put(Slot(low: key.low, high: key.high, lexeme: Lexeme(classes.count)), at: place, key.hash)
      classes.append([])
    }
    let lexeme = slots[place].lexeme
    classes[Int(lexeme)].formUnion(wordClass)
    return lexeme
  }

  private mutating func put(_ slot: Slot, at place: Int, _ hash: UInt64) {
    slots[place] = slot
    tags[place] = Self.tag(hash)
  }

  /// Never 0, which is a free slot's.
  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash) | 1 }

  /// The slot of a key, or the free one where it would go.
  private func place(of key: WordKey, _ hash: UInt64) -> Int {
    let tag = Self.tag(hash)
    let mask = tags.count - 1
    var index = Int(truncatingIfNeeded: hash >> UInt64(64 - bitCount))
    while tags[index] != 0 {
      if tags[index] == tag, slots[index].low == key.low, slots[index].high == key.high { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private mutating func grow() {
    let old = slots.filter { $0.lexeme != 0 }
    bitCount += 1
    slots = [Slot](repeating: Slot(low: 0, high: 0, lexeme: 0), count: 1 << bitCount)
    tags = [UInt8](repeating: 0, count: 1 << bitCount)
    for slot in old {
      let key = WordKey(low: slot.low, high: slot.high)
      put(slot, at: place(of: key, key.hash), key.hash)
    }
  }
}
