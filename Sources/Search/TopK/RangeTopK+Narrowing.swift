internal import Postings

/// What leads from ranges to the few units whose scores are added up. No bytes of the segment are read here but norms.
extension RangeTopK {
  /// Eight units, and what each of them weighs at most.
  struct Eighth {
    /// The first unit, divided by 8.
    var number: Int32
    var weight: UInt16
  }

  /// A unit that may come in, and what it weighs.
  struct Unit {
    var id: DocID
    var weight: UInt16
  }

  /// What lists weigh together in each range, eight ranges at a time.
  static func weighRanges(_ lists: [BoundedList], needsAll: Bool) -> [SIMD8<UInt16>] {
    var weights = [SIMD8<UInt16>](repeating: SIMD8(), count: lists[0].bounds.ofRanges.count)
    for (index, list) in lists.enumerated() {
      let levels = list.bounds.ofRanges
      for place in weights.indices {
        weights[place] = weights[place].adding(
          levels[place].lanes, weight: list.weight, needsAll: needsAll && index > 0)
      }
    }
    return weights
  }

  /// Those eighths of ranges that may hold what comes in, in order.
  func eighths(of ranges: [Int32]) -> [Eighth] {
    var weights = [SIMD8<UInt16>](repeating: SIMD8(), count: (ranges.count + 7) / 8 * 8)
    for (index, list) in lists.enumerated() {
      let levels = list.bounds.ofEighths
      for (place, range) in ranges.enumerated() {
        weights[place] = weights[place].adding(
          levels[Int(range)].lanes, weight: list.weight, needsAll: needsAll && index > 0)
      }
    }
    return weights.places(weighing: Int(cut)..<WeightCounts.end).map { place in
      let (index, lane) = (Int(place >> 3), place & 7)
      return Eighth(number: ranges[index] * 8 + lane, weight: weights[index][Int(lane)])
    }
  }

  /// Those units of the eighths that weigh what is in `weights` that may come in, in order.
  func units(of eighths: [Eighth], weighing weights: Range<Int>, norms: RawSpan) -> [Unit] {
    var weighed: [WeighedUnits] = []
    weighed.reserveCapacity(64)
    for eighth in eighths where weights.contains(Int(eighth.weight)) {
      weighed.append(
        WeighedUnits(
          number: Int(eighth.number), weights: SIMD8(repeating: eighth.weight),
          ofOne: levelsOfOne(inEighth: Int(eighth.number), norms: norms)))
    }
    let lanes = Self.lanes
    for list in lists {
      let levels = list.bounds.ofEighths
      switch list.bounds.units {
      case .dense(let dense):
        let ranges = dense.ranges
        // Read before they are looked at, so that memory is not waited for each time.
        let found = weighed.map { ranges[$0.number >> 3] }
        for place in weighed.indices {
          let number = weighed[place].number
          weighed[place].narrow(
            to: found[place], level: levels[number >> 3][number & 7], lanes, weight: list.weight,
            needsAll: needsAll)
        }
      case .sparse(let sparse):
        for place in weighed.indices {
          let number = weighed[place].number
          let level = levels[number >> 3][number & 7]
          if level == 0 { continue }
          weighed[place].narrow(
            to: sparse.levels(ofEighth: number), level: level, weight: list.weight, needsAll: needsAll)
        }
      }
      weighed.removeAll { $0.weights.reaching(cut) == 0 }
    }
    var units: [Unit] = []
    units.reserveCapacity(64)
    for eighth in weighed {
      var slots = eighth.weights.reaching(cut)
      while slots != 0 {
        let slot = slots.trailingZeroBitCount
        units.append(Unit(id: DocID(eighth.number * 8 + slot), weight: eighth.weights[slot]))
        slots &= slots - 1
      }
    }
    return units
  }

  private func levelsOfOne(inEighth number: Int, norms: RawSpan) -> SIMD8<UInt16> {
    let first = number * 8
    func level(_ slot: Int) -> UInt16 {
      first + slot < norms.byteCount ? UInt16(levelsOfOne[Int(norms.byte(at: first + slot))]) : 0
    }
    return SIMD8(level(0), level(1), level(2), level(3), level(4), level(5), level(6), level(7))
  }

  /// 1 in the lanes that have a bit, for each eight bits.
  private static let lanes = (0..<256).map { bits in
    SIMD8<UInt16>((0..<8).map { bit in UInt16(bits >> bit & 1) })
  }
}

/// The units of an eighth, and what each weighs at most.
private struct WeighedUnits {
  /// The first unit, divided by 8.
  var number: Int
  var weights: SIMD8<UInt16>
  /// The levels that they have with frequency 1, which their lengths tell.
  var ofOne: SIMD8<UInt16>

  /// Takes off what a list does not add, of which `level` was taken for all.
  @inline(__always)
  mutating func narrow(
    to range: DenseRanges.Units, level: UInt8, _ lanes: [SIMD8<UInt16>], weight: UInt16, needsAll: Bool
  ) {
    let shift = UInt64(number & 7) * 8
    let isThere = lanes[Int(range.present >> shift & 255)]
    let isRepeated = lanes[Int(range.repeated >> shift & 255)]
    let most = SIMD8<UInt16>(repeating: UInt16(level))
    narrow(to: isThere &* ofOne &+ isRepeated &* (most &- ofOne), most, weight: weight)
    if needsAll { weights = weights &* isThere }
  }

  /// The same, with the levels of all units.
  @inline(__always)
  mutating func narrow(to levels: SIMD8<UInt16>, level: UInt8, weight: UInt16, needsAll: Bool) {
    narrow(to: levels, SIMD8(repeating: UInt16(level)), weight: weight)
    if needsAll { weights = weights &* pointwiseMin(levels, SIMD8(repeating: 1)) }
  }

  @inline(__always)
  private mutating func narrow(to levels: SIMD8<UInt16>, _ most: SIMD8<UInt16>, weight: UInt16) {
    // What weighs nothing lacked a list that it needs, and stays so.
    let isAlive = pointwiseMin(weights, SIMD8(repeating: 1))
    weights = isAlive &* (weights &- (most &- levels) &* weight)
  }
}
