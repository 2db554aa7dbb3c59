internal import Postings
internal import Segment

/// What a list can add to a score in each range of 64 units, and in each eighth of that, as levels (``SaturationLevels``): the greatest of
/// the postings there, 0 where there is none; and which units it has.
///
/// (Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011, have blocks of postings; ranges of units, the same
/// for all lists: Dimopoulos, Nepomnyachiy and Suel, "Optimizing Top-k Document Retrieval Strategies for Block-Max Indexes", WSDM 2013;
/// Mallia, Suel and Tonellotto, "Faster Learned Sparse Retrieval with Block-Max Pruning", SIGIR 2024.)
final class RangeBounds: Sendable {
  enum Units: Sendable {
    case sparse(SparseRanges)
    case dense(DenseRanges)
  }

  /// Of eight ranges each, as many as ``groupCount(unitCount:)`` says.
  let ofRanges: [EightLevels]
  /// Of each range's eighths.
  let ofEighths: [EightLevels]
  let units: Units
  /// Bytes of memory.
  let byteCount: Int

  /// Units of a range.
  static let unitCount = 64

  /// Stands for a frequency that the list must be asked for.
  static let manyTimes: UInt32 = 255

  /// A list with fewer than one posting in so many units is sparse.
  private static let sparseUnitCount = 32

  private static func rangeCount(unitCount: Int) -> Int { (unitCount + Self.unitCount - 1) / Self.unitCount }

  /// Eight ranges each that a segment's are counted in, a multiple of 8; behind the last may be some of no unit.
  static func groupCount(unitCount: Int) -> Int { (rangeCount(unitCount: unitCount) + 63) / 64 * 8 }

  /// Walks a list.
  ///
  /// - Parameters:
  ///   - cursor: Over it, not moved yet.
  ///   - norms: The segment's, a byte a unit.
  init(
    of cursor: PostingsCursor, _ saturation: SaturationLevels, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) {
    let unitCount = norms.byteCount
    let rangeCount = Self.rangeCount(unitCount: unitCount)
    let postingCount = cursor.layout.list.documentFrequency
    var ofEighths = [EightLevels](repeating: EightLevels(), count: rangeCount)
    if postingCount < unitCount / Self.sparseUnitCount {
      var sparse = SparseRanges(postingCount: postingCount)
      try Self.walk(cursor, saturation, norms: norms, in: bytes) { unit, frequency, level in
        sparse.append(unit, frequency: frequency, level: level)
        ofEighths[Int(unit) >> 6].raise(Int(unit) >> 3 & 7, to: level)
      }
      sparse.close(unitCount: unitCount)
      units = .sparse(sparse)
    } else {
      var dense = DenseRanges(rangeCount: rangeCount)
      try Self.walk(cursor, saturation, norms: norms, in: bytes) { unit, frequency, level in
        dense.append(unit, frequency: frequency)
        ofEighths[Int(unit) >> 6].raise(Int(unit) >> 3 & 7, to: level)
      }
      dense.close()
      units = .dense(dense)
    }
    var ofRanges = [EightLevels](repeating: EightLevels(), count: Self.groupCount(unitCount: unitCount))
    for (range, levels) in ofEighths.enumerated() where !levels.isZero {
      ofRanges[range >> 3].raise(range & 7, to: levels.greatest)
    }
    self.ofRanges = ofRanges
    self.ofEighths = ofEighths
    let unitsByteCount =
      switch units {
      case .sparse(let sparse): sparse.byteCount
      case .dense(let dense): dense.byteCount
      }
    byteCount = 8 * (ofRanges.count + ofEighths.count) + unitsByteCount
  }

  private static func walk(
    _ cursor: PostingsCursor, _ saturation: SaturationLevels, norms: RawSpan, in bytes: RawSpan,
    _ body: (DocID, _ frequency: UInt32, _ level: UInt8) -> Void
  ) throws(PostingsError) {
    var cursor = cursor
    var walkedCount = 0
    try cursor.advance(to: 0, in: bytes)
    var run = try cursor.run(below: .end, in: bytes)
    while !run.isEmpty {
      try cursor.decodeFrequencies(in: bytes)
      for index in run {
        let (unit, frequency) = (cursor.ids[index], cursor.frequencies[index])
        body(unit, frequency, saturation.level(frequency: frequency, norm: norms.byte(at: Int(unit))))
      }
      walkedCount += run.count
      try cursor.pass(run, in: bytes)
      run = try cursor.run(below: .end, in: bytes)
    }
    try cursor.layout.check(walkedCount: walkedCount)
  }

  /// How often the term stands in a unit; 0 where it does not, at most ``manyTimes``.
  @inline(__always)
  func frequency(of unit: DocID) -> UInt32 {
    switch units {
    case .sparse(let sparse): sparse.frequency(of: unit)
    case .dense(let dense): dense.frequency(of: unit)
    }
  }
}
