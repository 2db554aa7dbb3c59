/// What a beginning can be completed to, most frequent first.
///
/// Keys stand in order of their bytes, so that those with one beginning are neighbours: two binary searches find them, and a walk over
/// their counts the greatest. Several keys may lead to one item, which is suggested once: the words of a title, the forms of a stem.
struct CompletionTable {
  private struct Entry {
    var start: Int
    var byteCount: UInt32
    var item: UInt32
    /// The item's, kept here so that a walk goes through memory in order.
    var count: UInt32
    /// Of the keys of one item, the one with the most weight stands for it.
    var weight: UInt32
  }

  /// What was found, and by which key.
  struct Match {
    var item: Int
    var key: [UInt8]
    var count: Int
  }

  /// The keys' bytes.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// Memory of its own.
  var byteCount: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

  /// Adds a key. Before any is looked up, ``sort()`` is called.
  mutating func add(_ key: some Collection<UInt8>, item: Int, count: Int, weight: Int = 0) {
    entries.append(
      Entry(
        start: bytes.count, byteCount: UInt32(key.count), item: UInt32(item), count: UInt32(clamping: count),
        weight: UInt32(clamping: weight)))
    bytes.append(contentsOf: key)
  }

  /// Adds a name under each of its words, from there to the end; words have one space between.
  mutating func addWords(of name: [UInt8], item: Int, count: Int) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    for offset in name.indices where offset == 0 || name[offset - 1] == 0x20 {
      entries.append(
        Entry(
          start: start + offset, byteCount: UInt32(name.count - offset), item: UInt32(item),
          count: UInt32(clamping: count), weight: 0))
    }
  }

  mutating func sort() {
    let bytes = bytes
    entries.sort { one, other in
      Self.key(of: one, in: bytes).lexicographicallyPrecedes(Self.key(of: other, in: bytes))
    }
  }

  /// The items with the greatest counts that have a key which begins with `prefix`, greatest first; equals in order of their keys.
  ///
  /// - Complexity: O(log *n* + *m*) for *m* of *n* keys that begin so, and `limit` for each item that is among the best for a while.
  func best(_ limit: Int, beginningWith prefix: [UInt8]) -> [Match] {
    guard limit > 0 else { return [] }
    var best: [Entry] = []
    for entry in entries[range(of: prefix)] {
      if best.count == limit, entry.count < best[limit - 1].count { continue }
      if let known = best.firstIndex(where: { $0.item == entry.item }) {
        if entry.weight > best[known].weight { best[known] = entry }
        continue
      }
      // Behind those with the same count: they have the lesser keys.
      let place = best.firstIndex { $0.count < entry.count } ?? best.count
      guard place < limit else { continue }
      if best.count == limit { best.removeLast() }
      best.insert(entry, at: place)
    }
    return best.map {
      Match(item: Int($0.item), key: Array(Self.key(of: $0, in: bytes)), count: Int($0.count))
    }
  }

  private func range(of prefix: [UInt8]) -> Range<Int> {
    let start = partition { !$0.lexicographicallyPrecedes(prefix) }
    return start..<partition(from: start) { !$0.starts(with: prefix) }
  }

  /// The first entry from `start` on for whose key `isAfter` is true, which then is for all behind it.
  private func partition(from start: Int = 0, _ isAfter: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = start
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(Self.key(of: entries[middle], in: bytes)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func key(of entry: Entry, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[entry.start..<entry.start + Int(entry.byteCount)]
  }
}
