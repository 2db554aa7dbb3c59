/// What a posting adds to a score, as a share of the most that its term can add, in 255 steps, rounded up.
///
/// The share depends on frequency and length alone, so that levels serve every term: of one with a level of *n*, no score is more than 1 above
/// *n* / 255 of ``BM25/greatest``.
struct SaturationLevels: Sendable {
  private let factors: BM25.LengthFactors
  /// Of frequency *f*, from 256 · *f* on.
  private let levels: [UInt8]

  private static let rowCount = 16

  init(_ factors: BM25.LengthFactors) {
    self.factors = factors
    levels = (0..<Self.rowCount << 8).map { slot in
      factors.level(frequency: UInt32(slot >> 8), norm: UInt8(slot & 255))
    }
  }

  /// Of frequency 1, by norm.
  var ofOne: [UInt8] { Array(levels[256..<512]) }

  @inline(__always)
  func level(frequency: UInt32, norm: UInt8) -> UInt8 {
    let slot = Int(frequency) << 8 | Int(norm)
    return slot < levels.count ? levels[slot] : factors.level(frequency: frequency, norm: norm)
  }
}

extension BM25.LengthFactors {
  fileprivate func level(frequency: UInt32, norm: UInt8) -> UInt8 {
    let tf = Double(frequency)
    let factor = self[norm]
    return UInt8(min(255, (255 * (factor == 0 ? 1 : tf / (tf + factor))).rounded(.up)))
  }
}
