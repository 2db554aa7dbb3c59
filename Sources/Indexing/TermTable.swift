/// Gives each distinct byte string a number, in order of first appearance.
///
/// Open addressing with linear probing over one array of slots, the strings in one array of bytes: no allocation for a
/// string but the growth of these. Which slot a string takes depends on its bytes alone, never on a seed.
struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each string starts in `bytes`; one more than there are strings.
  private var starts: [Int] = [0]
  /// Number + 1 of the string in a slot; 0 for an empty one.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// The number of strings.
  var count: Int { starts.count - 1 }

  /// The bytes of string `number`.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of `term`, and whether it is new.
  mutating func intern(_ term: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
    if count * 2 >= slots.count { grow() }
    var slot = Self.hash(term) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, term) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: term)
    starts.append(bytes.count)
    slots[slot] = UInt32(count)
    return (count - 1, true)
  }

  /// The numbers of all strings in order of their bytes.
  func sortedNumbers() -> [Int] {
    (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
  }

  private func isEqual(_ number: Int, _ term: ArraySlice<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == term.count else { return false }
    var index = start
    for byte in term {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = Self.hash(self[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, 64 bits, folded to the low half.
  private static func hash(_ term: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF_FFFF)
  }
}
