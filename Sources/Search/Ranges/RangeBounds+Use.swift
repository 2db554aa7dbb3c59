internal import Postings

extension RangeBounds {
  /// Whether bounds help to find the best units, and of which lists.
  enum Use {
    /// ``RangeTopK``.
    case ofAll
    /// ``RareTopK``.
    case ofAllButTheRarest

    /// The most units that are kept: of more, most of what matches may come in.
    private static let mostUnits = 1000

    /// nil where they do not.
    init?(of lists: [FlatQuery.WeighedList], needsAll: Bool, _ best: TopHits) {
      guard (2...RangeWeights.mostLists).contains(lists.count), (1...Self.mostUnits).contains(best.capacity)
      else { return nil }
      let unitCount = lists[0].list.unitCount
      let frequencies = lists.map(\.list.documentFrequency)
      let keptCount = lists.count(where: \.isKept)
      if !needsAll {
        // Of fewer postings, to walk all takes no longer than to weigh all ranges.
        guard keptCount > 0, frequencies.reduce(0, +) >= unitCount / 128 else { return nil }
        self = .ofAll
        return
      }
      let rarest = frequencies.reduce(.max, min)
      // A third as many postings as ranges are looked at in the time that all ranges are weighed.
      if rarest > 1 + unitCount / (3 * RangeBounds.unitCount) {
        self = .ofAll
      } else if keptCount >= lists.count - 1, rarest > best.capacity {
        self = .ofAllButTheRarest
      } else {
        return nil
      }
    }
  }
}
