internal import Postings

/// Gives each distinct byte string a number, in order of first appearance.
///
/// Open addressing with linear probing. A slot holds the string itself if it has at most eight bytes, else its hash; so most
/// words are found with one look into one cache line. Which slot a string takes depends on its bytes alone, never on a seed.
struct TermTable: ~Copyable {
  struct Slot: BitwiseCopyable, Sendable {
    /// The string's bytes if they are eight at most, else their hash.
    var key: UInt64 = 0
    var byteCount: UInt32 = 0
    /// One more than the string's number; 0 for a slot that is empty.
    var next: UInt32 = 0
  }

  private var bytes = FlatBuffer<UInt8>()
  /// Where each string starts in `bytes`; one more than there are strings.
  private var starts = FlatBuffer<Int>(repeating: 0, count: 1)
  private var slots = FlatBuffer<Slot>(repeating: Slot(), count: 1 << 12)
  /// What a product is shifted by to get the number of a slot.
  private var shift: UInt64 = 64 - 12

  /// The number of strings.
  var count: Int { starts.count - 1 }

  /// The bytes of string `number`.
  subscript(number: Int) -> [UInt8] { (starts[number]..<starts[number + 1]).map { bytes[$0] } }

  /// A copy of all strings, in order of their numbers.
  var strings: StringTable { StringTable(bytes: bytes.array, starts: starts.array) }

  /// The number of the string in `range` of `text`: ``count`` as it was before if it is new.
  @inline(__always)
  mutating func intern(_ text: RawSpan, _ range: Range<Int>) -> Int {
    let key = Self.key(text, range)
    var slot = firstSlot(of: key, range.count)
    while true {
      let found = slots[slot]
      if found.next == 0 { return insert(text, range, key, at: slot) }
      if found.key == key && Int(found.byteCount) == range.count {
        let number = Int(found.next) &- 1
        if range.count <= 8 || isEqual(number, text, range) { return number }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func insert(_ text: RawSpan, _ range: Range<Int>, _ key: UInt64, at slot: Int) -> Int {
    let number = count
    for index in range { bytes.append(text.byte(at: index)) }
    starts.append(bytes.count)
    slots[slot] = Slot(key: key, byteCount: UInt32(range.count), next: UInt32(number + 1))
    if count * 2 >= slots.count { grow() }
    return number
  }

  /// Compares a string of more than eight bytes eight at a time; the last eight may overlap those before.
  private func isEqual(_ number: Int, _ text: RawSpan, _ range: Range<Int>) -> Bool {
    bytes.withSpan { bytes in
      // SAFETY: bytes are trivial values without padding.
      let bytes = unsafe bytes.bytes
      let last = starts[number + 1] - 8
      var (offset, other) = (starts[number], range.lowerBound)
      while offset < last {
        if bytes.integer(at: offset, as: UInt64.self) != text.integer(at: other, as: UInt64.self) {
          return false
        }
        offset += 8
        other += 8
      }
      return bytes.integer(at: last, as: UInt64.self)
        == text.integer(at: range.upperBound - 8, as: UInt64.self)
    }
  }

  private mutating func grow() {
    var larger = FlatBuffer<Slot>(repeating: Slot(), count: slots.count * 2)
    shift -= 1
    for index in 0..<slots.count where slots[index].next != 0 {
      var slot = firstSlot(of: slots[index].key, Int(slots[index].byteCount))
      while larger[slot].next != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = slots[index]
    }
    slots = larger
  }

  // MARK: - Hashing

  /// An odd number without a pattern in its bits: 2⁶⁴ over the golden ratio (Knuth, TAOCP 3, section 6.4).
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private func firstSlot(of key: UInt64, _ byteCount: Int) -> Int {
    Int(truncatingIfNeeded: ((key ^ UInt64(truncatingIfNeeded: byteCount)) &* Self.factor) >> shift)
  }

  @inline(__always)
  private static func key(_ text: RawSpan, _ range: Range<Int>) -> UInt64 {
    if range.count > 8 { return hash(text, range) }
    guard range.lowerBound <= text.byteCount &- 8 else { return lastBytes(text, range) }
    // The bytes behind the string are pushed out.
    let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* range.count)
    return (text.integer(at: range.lowerBound, as: UInt64.self) << unused) >> unused
  }

  /// Eight bytes at a time; the last eight may overlap those before.
  private static func hash(_ text: RawSpan, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0
    var offset = range.lowerBound
    while offset < range.upperBound - 8 {
      hash = (hash ^ text.integer(at: offset, as: UInt64.self)) &* factor
      hash ^= hash >> 32
      offset += 8
    }
    hash = (hash ^ text.integer(at: range.upperBound - 8, as: UInt64.self)) &* factor
    return hash ^ hash >> 32
  }

  private static func lastBytes(_ text: RawSpan, _ range: Range<Int>) -> UInt64 {
    range.reversed().reduce(0) { $0 << 8 | UInt64(text.byte(at: $1)) }
  }

  // MARK: - Order

  /// The numbers of all strings in order of their bytes.
  func sortedNumbers() -> [Int] {
    // Most are told apart by their first eight bytes.
    var strings = (0..<count).map { (start: startKey(of: $0), number: $0) }
    strings.sort {
      $0.start != $1.start
        ? $0.start < $1.start : areInOrder($0.number, $1.number)
    }
    return strings.map(\.number)
  }

  /// The first eight bytes of a string as a number that is ordered as they are; zero bytes where it is shorter.
  private func startKey(of number: Int) -> UInt64 {
    let start = starts[number]
    let count = min(8, starts[number + 1] - start)
    var key: UInt64 = 0
    for index in start..<start + count { key = key << 8 | UInt64(bytes[index]) }
    return count == 0 ? 0 : key << UInt64(64 - 8 * count)
  }

  private func areInOrder(_ one: Int, _ other: Int) -> Bool {
    var (left, right) = (starts[one], starts[other])
    while left < starts[one + 1], right < starts[other + 1] {
      if bytes[left] != bytes[right] { return bytes[left] < bytes[right] }
      left += 1
      right += 1
    }
    return starts[one + 1] - left < starts[other + 1] - right
  }
}
