/// What a posting adds to a score, as a share of the most that its word can add, in 255 steps, rounded up.
///
/// The share depends on frequency and length alone, so that levels serve every word.
struct SaturationLevels: Sendable {
  private let bm25: BM25
  /// Of frequency *f*, from 256 · *f* on.
  private let levels: [UInt8]

  private static let rowCount = 16

  /// - Parameter bm25: Of any word.
  init(_ bm25: BM25) {
    self.bm25 = bm25
    levels = (0..<Self.rowCount << 8).map { bm25.level(frequency: $0 >> 8, norm: UInt8($0 & 255)) }
  }

  /// Of frequency 1, by norm.
  var ofOne: [UInt8] { Array(levels[256..<512]) }

  @inline(__always)
  func level(frequency: UInt32, norm: UInt8) -> UInt8 {
    let slot = Int(frequency) << 8 | Int(norm)
    return slot < levels.count ? levels[slot] : bm25.level(frequency: Int(frequency), norm: norm)
  }
}
