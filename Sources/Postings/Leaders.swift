/// The postings of a list among which its best are, whatever the parameters of the score.
///
/// A posting beats another if its term stands there at least as often, in a unit no longer, and, where both are equal, earlier. Those that
/// fewer than *k* others beat are the list's *k*-skyband: no score that grows with frequency and falls with length puts others among
/// the *k* best. So the best of one term are found without its list, and the *k*-th score of a list bounds that of every union it is in.
/// (Papadias, Tao, Fu and Seeger, "Progressive Skyline Computation in Database Systems", ACM TODS 30, 2005; as thresholds: Kane and
/// Tompa, SIGIR 2018; Mallia, Siedlaczek and Suel, CIKM 2020.)
///
///     leaders  = byteCount u32 · band × 2                        k = 10, then k = 100
///     band     = count u16 · rivals u16 · idBits u8 · frequencyBits u8 · ids · frequencies · ( frequency u16 · norm u8 ) × rivals
///
/// The ids, which ascend, are told by their gaps, id − previous id − 1 (before the first: −1), in idBits bits each, the frequencies less 1 in
/// frequencyBits bits each, both as in ``BitPacking``. The second band has what the first has not, and is empty in a list too short for it. Of
/// postings with one norm no more are in a band than its number, so that their count fits 16 bits. Rivals are the (frequency, norm)
/// pairs of which no posting is in the bands up to this one, those that no other such pair beats: two scores may be rounded to the
/// same, and whoever takes the best from a band must know that nothing outside ties with them. A list with a frequency above 1,024
/// has no leaders.
package struct Leaders: Sendable {
  /// A posting, or what a rival has.
  package struct Entry: Sendable {
    package var id: DocID
    package var frequency: UInt32
  }

  /// The greatest numbers of units for which there is a band.
  static let sizes = [10, 100]
  /// Postings from which on a list has each of them.
  static let leastDocumentFrequencies = [
    PostingsFormat.leastWithLeaders, 2 * PostingsFormat.leastWithLeaders,
  ]
  static let headerByteCount = 4
  static let bandHeaderByteCount = 6

  /// The most of a list's best units that these bands tell.
  package private(set) var size = 0
  /// The postings of the smallest band for so many best units, and those before it.
  package private(set) var entries: [Entry] = []
  /// What postings that are in none of these bands have at most.
  package private(set) var rivals: [(frequency: UInt32, norm: UInt8)] = []

  /// The leaders of a list for its `count` best units; nil if it has none for so many.
  package init?(of layout: ListLayout, for count: Int, in bytes: RawSpan) throws(PostingsError) {
    guard !layout.leaders.isEmpty, let last = Self.sizes.firstIndex(where: { count <= $0 }) else {
      return nil
    }
    var start = layout.leaders.lowerBound + Self.headerByteCount
    for band in 0...last {
      rivals.removeAll(keepingCapacity: true)
      start = try read(bandAt: start, of: layout, in: bytes)
      if band == last, layout.list.documentFrequency < Self.leastDocumentFrequencies[band] { return nil }
    }
    if entries.count < count { return nil }
    size = min(Self.sizes[last], entries.count)
  }

  private mutating func read(
    bandAt start: Int, of layout: ListLayout, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    let end = layout.leaders.upperBound
    guard start + Self.bandHeaderByteCount <= end else { throw Self.wrong(start) }
    let count = Int(bytes.integer(at: start, as: UInt16.self))
    let rivalCount = Int(bytes.integer(at: start + 2, as: UInt16.self))
    let idBits = Int(bytes.byte(at: start + 4))
    let frequencyBits = Int(bytes.byte(at: start + 5))
    guard idBits <= 32, frequencyBits <= 16 else { throw Self.wrong(start) }
    let ids = start + Self.bandHeaderByteCount
    let frequencies = ids + BitPacking.byteCount(count: count, bitWidth: idBits)
    let pairs = frequencies + BitPacking.byteCount(count: count, bitWidth: frequencyBits)
    guard pairs + 3 * rivalCount <= end else { throw Self.wrong(start) }
    var gaps = [UInt32](repeating: 0, count: count)
    BitPacking.unpack(bytes, at: ids, count: count, bitWidth: idBits, into: &gaps)
    var surplus = [UInt32](repeating: 0, count: count)
    BitPacking.unpack(bytes, at: frequencies, count: count, bitWidth: frequencyBits, into: &surplus)
    entries.reserveCapacity(entries.count + count)
    var next = 0
    for index in 0..<count {
      let id = next + Int(gaps[index])
      guard id < layout.list.unitCount else { throw Self.wrong(start) }
      entries.append(Entry(id: DocID(id), frequency: surplus[index] + 1))
      next = id + 1
    }
    for index in 0..<rivalCount {
      rivals.append(
        (
          UInt32(bytes.integer(at: pairs + 3 * index, as: UInt16.self)), bytes.byte(at: pairs + 3 * index + 2)
        ))
    }
    return pairs + 3 * rivalCount
  }

  private static func wrong(_ offset: Int) -> PostingsError {
    PostingsError(offset: offset, reason: "the leaders of a list do not fit it")
  }
}
