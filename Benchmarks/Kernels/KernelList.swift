import Postings

/// A posting list with positions, as of a term of some frequency in a large collection; always the same for the same seed.
struct KernelList {
  static let unitCount = 1 << 20

  let postings: [UInt8]
  let positions: [UInt8]
  let list: PostingList
  let ids: [DocID]

  /// - Parameter distance: Units from a posting to the next, on average.
  init(distance: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func below(_ end: Int) -> Int { Int(generator.next().multipliedFullWidth(by: UInt64(end)).high) }
    var encoder = PostingsEncoder(hasPositions: true)
    var ids: [DocID] = []
    var id = below(2 * distance)
    while id < Self.unitCount {
      // Four of five postings have frequency 1, as in paragraphs.
      let frequency = below(5) < 4 ? 1 : 2 + below(4)
      var position = below(80)
      let positions = (0..<frequency).map { _ in
        defer { position += 1 + below(40) }
        return UInt32(position)
      }
      encoder.add(DocID(id), positions: positions)
      ids.append(DocID(id))
      id += 1 + below(2 * distance - 1)
    }
    let totalFrequency = encoder.totalFrequency
    var (postings, positions): ([UInt8], [UInt8]) = ([], [])
    encoder.finishList(
      norms: [UInt8](repeating: 60, count: Self.unitCount), postings: &postings, positions: &positions)
    list = PostingList(
      documentFrequency: ids.count, totalFrequency: totalFrequency, postings: 0..<postings.count,
      positions: 0..<positions.count, unitCount: Self.unitCount)
    (self.postings, self.positions, self.ids) = (postings, positions, ids)
  }
}
