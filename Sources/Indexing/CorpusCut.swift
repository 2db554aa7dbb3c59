internal import Corpus
internal import Segment

/// Where a corpus is cut into segments, and these into groups.
///
/// A cut stands behind a source whose path has a greater hash than all others near it: within half of the wanted size before and
/// behind. So pieces are as large as wanted on average, and half of that at least; a corpus of less than one size is one piece; and
/// what is added, removed or changed moves no cut that is farther away than that (local maximum chunking: Bjørner, Blass, Gurevich,
/// "Content-dependent chunking for differential compression, the local maximum approach", JCSS 76, 2010). A piece of more than one and a
/// half sizes, one in eight, is cut once more where the hash is greatest over the widest stretch.
struct CorpusCut {
  /// Ranges of sources that become one segment each, in order; of each the ranges that become its groups.
  let segments: [[Range<Int>]]

  /// - Parameters:
  ///   - segmentByteCount: The wanted size of segments, in bytes of sources; 0 for a segment a source.
  ///   - groupByteCount: That of groups.
  /// - Complexity: O(*n* log *n*) for *n* sources.
  init(_ sources: [SourceFile], segmentByteCount: Int, groupByteCount: Int) {
    let stretches = Stretches(sources)
    segments = stretches.pieces(of: 0..<sources.count, byteCount: segmentByteCount).map { segment in
      stretches.pieces(of: segment, byteCount: min(groupByteCount, segmentByteCount))
    }
  }
}

/// How far from the end of each source, in bytes, no source has a greater hash.
private struct Stretches {
  /// Bytes up to the end of each source.
  private var ends: [Int] = []
  private var lengths: [Int]

  init(_ sources: [SourceFile]) {
    var sum = 0
    for source in sources {
      sum += source.byteCount
      ends.append(sum)
    }
    let hashes = sources.map { Self.hash($0.path) }
    lengths = Array(repeating: 0, count: sources.count)
    // Sources whose hash none behind them has reached, hashes falling.
    var open: [Int] = []
    for index in sources.indices {
      while let last = open.last, hashes[last] < hashes[index] {
        lengths[last] = min(lengths[last], ends[index] - ends[last])
        open.removeLast()
      }
      lengths[index] = ends[index] - (open.last.map { ends[$0] } ?? 0)
      open.append(index)
    }
    for index in open { lengths[index] = min(lengths[index], sum - ends[index]) }
  }

  /// Cuts the sources in `range`.
  func pieces(of range: Range<Int>, byteCount: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropLast() where lengths[index] >= byteCount / 2 {
      pieces += divided(start..<index + 1, limit: byteCount / 2 * 3)
      start = index + 1
    }
    return pieces + divided(start..<range.upperBound, limit: byteCount / 2 * 3)
  }

  /// A piece, cut until no part has more than `limit` bytes, or is one source.
  private func divided(_ piece: Range<Int>, limit: Int) -> [Range<Int>] {
    let start = piece.lowerBound == 0 ? 0 : ends[piece.lowerBound - 1]
    guard piece.count > 1, ends[piece.upperBound - 1] - start > limit,
      let cut = piece.dropLast().max(by: { lengths[$0] < lengths[$1] })
    else { return [piece] }
    return divided(piece.lowerBound..<cut + 1, limit: limit)
      + divided(cut + 1..<piece.upperBound, limit: limit)
  }

  /// The first eight bytes of the path's SHA-256.
  private static func hash(_ path: String) -> UInt64 {
    SHA256.hash(Array(path.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
