extension Leaders {
  /// A list with a greater frequency has no leaders: they would take 256 counts for each.
  private static let greatestFrequency: UInt32 = 1024

  /// Appends the leaders of a list that is long enough to have them.
  ///
  /// - Parameter norms: Of the units, by id.
  /// - Complexity: O(*p* + 256 · *f*) for *p* postings and a greatest frequency *f*.
  static func append(
    _ ids: [DocID], _ frequencies: [UInt32], norms: [UInt8], to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.appendInteger(UInt32(0))
    let greatest = frequencies.max() ?? 1
    if greatest > greatestFrequency {
      for _ in sizes { bytes.append(contentsOf: repeatElement(0, count: bandHeaderByteCount)) }
    } else {
      let pairs = PairCounts(ids, frequencies, norms: norms, greatest: Int(greatest))
      var isIn = [Bool](repeating: false, count: ids.count)
      for (size, least) in zip(sizes, leastDocumentFrequencies) {
        guard ids.count >= least else {
          bytes.append(contentsOf: repeatElement(0, count: bandHeaderByteCount))
          continue
        }
        append(band: size, ids, frequencies, norms: norms, pairs, &isIn, to: &bytes)
      }
    }
    let byteCount = UInt32(bytes.count - start)
    for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: byteCount >> (8 * UInt32(index))) }
  }

  private static func append(
    band size: Int, _ ids: [DocID], _ frequencies: [UInt32], norms: [UInt8],
    _ pairs: PairCounts, _ isIn: inout [Bool], to bytes: inout [UInt8]
  ) {
    let (band, rivals) = pairs.band(of: size)
    var quotas = band
    var members: [Int] = []
    for index in ids.indices {
      let pair = PairCounts.pair(frequencies[index], norms[Int(ids[index])])
      guard quotas[pair] > 0 else { continue }
      quotas[pair] -= 1
      if !isIn[index] {
        isIn[index] = true
        members.append(index)
      }
    }
    var next: DocID = 0
    var gaps: [UInt32] = []
    for index in members {
      gaps.append(ids[index] - next)
      next = ids[index] + 1
    }
    let surplus = members.map { frequencies[$0] - 1 }
    let (idBits, frequencyBits) = (BitPacking.bitWidth(of: gaps), BitPacking.bitWidth(of: surplus))
    bytes.appendInteger(UInt16(members.count))
    bytes.appendInteger(UInt16(rivals.count))
    bytes.append(UInt8(idBits))
    bytes.append(UInt8(frequencyBits))
    BitPacking.append(gaps, bitWidth: idBits, to: &bytes)
    BitPacking.append(surplus, bitWidth: frequencyBits, to: &bytes)
    for rival in rivals {
      bytes.appendInteger(UInt16(rival >> 8))
      bytes.append(UInt8(rival & 255))
    }
  }

  /// How many postings of a list have each frequency and norm.
  private struct PairCounts {
    private var counts: [Int32]

    /// The number of a pair.
    @inline(__always)
    static func pair(_ frequency: UInt32, _ norm: UInt8) -> Int { Int(frequency) << 8 | Int(norm) }

    init(_ ids: [DocID], _ frequencies: [UInt32], norms: [UInt8], greatest: Int) {
      counts = Array(repeating: 0, count: (greatest + 1) << 8)
      for index in ids.indices { counts[Self.pair(frequencies[index], norms[Int(ids[index])])] += 1 }
    }

    /// How many postings of each pair are in the band of `size`, and the pairs, by falling frequency, of which none is.
    func band(of size: Int) -> (quotas: [Int32], rivals: [Int]) {
      var quotas = [Int32](repeating: 0, count: counts.count)
      var rivals: [Int] = []
      var leastRivalNorm = 256
      /// By norm, the postings with at least the present frequency.
      var beaters = [Int32](repeating: 0, count: 256)
      for frequency in stride(from: counts.count >> 8 - 1, to: 0, by: -1) {
        /// Of all pairs that beat the present one, or are it.
        var sum: Int32 = 0
        for norm in 0..<256 {
          let pair = frequency << 8 | norm
          let count = counts[pair]
          let strict = sum + beaters[norm]
          beaters[norm] += count
          sum += beaters[norm]
          guard count > 0 else { continue }
          quotas[pair] = max(0, min(count, Int32(size) - strict))
          if quotas[pair] == 0, norm < leastRivalNorm {
            rivals.append(pair)
            leastRivalNorm = norm
          }
        }
      }
      return (quotas, rivals)
    }
  }
}
