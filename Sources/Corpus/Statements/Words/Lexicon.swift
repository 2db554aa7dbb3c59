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
  private var bitCount: Int

  init(bitCount: Int = 14) {
    self.bitCount = bitCount
    slots = [Slot](repeating: Slot(low: 0, high: 0, lexeme: 0), count: 1 << bitCount)
  }

  /// The number of a word; 0 for one that is not known.
  func lexeme(of key: WordKey) -> Lexeme { slots[place(of: key)].lexeme }

  func lexeme(of word: String) -> Lexeme { lexeme(of: WordKey(word.utf8)) }

  /// The number of a folded word, which is added if it is new.
  mutating func intern(_ word: String, as wordClass: WordClass = []) -> Lexeme {
    precondition(!word.isEmpty, "a word has letters")
    return intern(WordKey(word.utf8), as: wordClass)
  }

  mutating func intern(_ key: WordKey, as wordClass: WordClass = []) -> Lexeme {
    var place = place(of: key)
    if slots[place].lexeme == 0 {
      if classes.count * 2 >= slots.count {
        grow()
        place = self.place(of: key)
      }
      slots[place] = Slot(low: key.low, high: key.high, lexeme: Lexeme(classes.count))
      classes.append([])
    }
    let lexeme = slots[place].lexeme
    classes[Int(lexeme)].formUnion(wordClass)
    return lexeme
  }

  private func place(of key: WordKey) -> Int {
    Self.place(key.low, key.high, hash: key.hash(bitCount: bitCount), in: slots)
  }

  private static func place(_ low: UInt64, _ high: UInt64, hash: Int, in slots: [Slot]) -> Int {
    var index = hash
    while slots[index].lexeme != 0, slots[index].low != low || slots[index].high != high {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    bitCount += 1
    slots = [Slot](repeating: Slot(low: 0, high: 0, lexeme: 0), count: 1 << bitCount)
    for slot in old where slot.lexeme != 0 {
      let hash = WordKey.hash(slot.low, slot.high, bitCount: bitCount)
      slots[Self.place(slot.low, slot.high, hash: hash, in: slots)] = slot
    }
  }
}
