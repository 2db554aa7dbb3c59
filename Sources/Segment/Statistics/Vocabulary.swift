/// The different terms and stems of several segments.
package enum Vocabulary {
  package static func termCount(of segments: [SegmentReader]) throws(SegmentError) -> Int {
    try distinctCount(in: .terms, counts: segments.map(\.termCount), of: segments)
  }

  package static func stemCount(of segments: [SegmentReader]) throws(SegmentError) -> Int {
    try distinctCount(in: .stems, counts: segments.map(\.stemCount), of: segments)
  }

  /// Merges the tables, each in order of its keys' bytes.
  ///
  /// - Complexity: O(*n* · *s*) for *n* keys in *s* segments; O(1) for a single one.
  private static func distinctCount(
    in table: SegmentFormat.Section, counts: [Int], of segments: [SegmentReader]
  ) throws(SegmentError) -> Int {
    if segments.count == 1 { return counts[0] }
    var next = [Int](repeating: 0, count: segments.count)
    var heads: [[UInt8]?] = []
    for (segment, count) in zip(segments, counts) {
      heads.append(count == 0 ? nil : try segment.key(at: 0, in: table))
    }
    var distinctCount = 0
    while let least = heads.compactMap(\.self).min(by: { $0.lexicographicallyPrecedes($1) }) {
      distinctCount += 1
      for index in heads.indices where heads[index] == least {
        next[index] += 1
        heads[index] = next[index] < counts[index] ? try segments[index].key(at: next[index], in: table) : nil
      }
    }
    return distinctCount
  }
}
