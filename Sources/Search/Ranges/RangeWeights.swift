/// What levels of lists weigh together, in ranges of units and in their parts: whether a unit there can be among the best.
///
/// Lists are weighed by small integers, so that no sum exceeds 16 bits and eight are added at once.
struct RangeWeights {
  /// What a level of each list weighs.
  let ofLists: [UInt16]
  /// What a score of 1 weighs.
  private let scale: Double

  /// The most lists that are told apart well enough.
  static let mostLists = 32

  /// - Parameter greatest: The most that each list can add, in units of a score.
  init(greatest: [Int]) {
    precondition(greatest.count <= Self.mostLists)
    // Rounded up, they are 257 together at most, and 257 · 255 is the greatest number of 16 bits.
    let scale = Double(257 - greatest.count) / Double(max(1, greatest.reduce(0, +)))
    ofLists = greatest.map { UInt16((Double($0) * scale).rounded(.up)) }
    self.scale = scale
  }

  /// No unit that weighs less scores `least`; at least 1.
  func cut(_ least: Int) -> UInt16 {
    if least <= ofLists.count { return 1 }
    // What a list adds is rounded, and less than 1 above its share of the greatest, which is what levels tell. Floating point rounds by
    // far less than what is taken off.
    let weight = Double(least - ofLists.count) * scale * 255 * 0.999_999
    return UInt16(min(65535, max(1, weight)))
  }
}

/// About how many weigh what, less its last eight bits.
struct WeightCounts {
  private var counts = [Int](repeating: 0, count: 256)

  /// Above all weights.
  static let end = 1 << 16

  /// Of many ranges, every fourth eight are counted.
  init(of weights: [SIMD8<UInt16>], reaching cut: UInt16) {
    let step = weights.count > 256 ? 4 : 1
    for index in stride(from: 0, to: weights.count, by: step) {
      var lanes = weights[index].reaching(cut)
      while lanes != 0 {
        counts[Int(weights[index][lanes.trailingZeroBitCount] >> 8)] += step
        lanes &= lanes - 1
      }
    }
  }

  init(of weights: some Sequence<UInt16>) {
    for weight in weights { counts[Int(weight >> 8)] += 1 }
  }

  /// The least weight of the `count` that weigh most below `ceiling`, or a little less; 1 if not many more are left.
  ///
  /// - Precondition: `ceiling` is more than 1, `count` positive.
  /// - Returns: Less than `ceiling`.
  func floor(below ceiling: Int, _ count: Int) -> Int {
    precondition(ceiling > 1 && count > 0)
    var seen = 0
    var slot = (ceiling + 255) >> 8
    while slot > 0, seen < count {
      slot -= 1
      seen += counts[slot]
    }
    if slot == 0 || counts[..<slot].reduce(0, +) < count { return 1 }
    return slot << 8
  }
}

extension SIMD8<UInt16> {
  /// With what eight levels weigh added to each; where all lists are needed, 0 in the lanes where one is missing, which are 0 already.
  ///
  /// Without comparisons, which are made lane by lane.
  @inline(__always)
  func adding(_ levels: SIMD8<UInt8>, weight: UInt16, needsAll: Bool) -> Self {
    let wide = Self(truncatingIfNeeded: levels)
    let sum = self &+ wide &* weight
    if !needsAll { return sum }
    let one = Self(repeating: 1)
    return sum &* pointwiseMin(wide, one) &* pointwiseMin(self, one)
  }

  /// A bit for each lane that is `cut` or more, which is at least 1.
  @inline(__always)
  func reaching(_ cut: UInt16) -> UInt16 {
    let below = Self(repeating: cut - 1)
    let over = pointwiseMin(pointwiseMax(self, below) &- below, Self(repeating: 1))
    return (over &* Self(1, 2, 4, 8, 16, 32, 64, 128)).wrappedSum()
  }
}

extension [SIMD8<UInt16>] {
  /// The numbers of the lanes that weigh what is in `weights`, in order, counted through all elements.
  ///
  /// - Precondition: The elements are a multiple of 8, and `weights` begins at 1 or above.
  func places(weighing weights: Range<Int>) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(256)
    for start in stride(from: 0, to: count, by: 8) {
      // The bits of 64 lanes are gathered without a branch, since where they are cannot be foreseen.
      var bits = reaching(UInt16(weights.lowerBound), from: start)
      if weights.upperBound < WeightCounts.end { bits &= ~reaching(UInt16(weights.upperBound), from: start) }
      while bits != 0 {
        places.append(Int32(truncatingIfNeeded: 8 * start + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return places
  }

  @inline(__always)
  private func reaching(_ cut: UInt16, from start: Int) -> UInt64 {
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(self[start + place].reaching(cut)) << UInt64(8 * place) }
    return bits
  }
}
