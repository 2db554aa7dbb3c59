package import Postings

/// The posting lists of all pairs of a segment, from what was found in runs of its units.
package struct PairLists: ~Copyable {
  private let slots: PairSlots
  /// In order of their units.
  private var runs: [PairRun] = []

  package init(_ slots: PairSlots) { self.slots = slots }

  /// Adds what was found in the next units.
  package mutating func add(_ run: PairRun) { runs.append(run) }

  /// Calls `body` with each pair that stands somewhere, by the numbers of its terms, and its postings in order.
  package func forEachPair(
    _ body: (_ first: Int, _ second: Int, borrowing Postings) throws(SegmentError) -> Void
  )
    throws(SegmentError)
  {
    var isPresent = [Bool](repeating: false, count: slots.count)
    for run in runs { for slot in run.slots { isPresent[Int(slot)] = true } }
    for pair in slots.pairs(where: { isPresent[$0] }) {
      try body(pair.first, pair.second, Postings(slot: pair.slot, runs: runs))
    }
  }

  /// The postings of one pair.
  package struct Postings {
    fileprivate let slot: UInt32
    fileprivate let runs: [PairRun]

    /// Calls `body` with each unit and how often the pair stands there.
    package func forEachPosting(_ body: (DocID, Int) -> Void) {
      for run in runs {
        let units = run.units(ofSlot: slot)
        var start = units.startIndex
        while start < units.endIndex {
          let unit = units[start]
          var end = start + 1
          while end < units.endIndex, units[end] == unit { end += 1 }
          body(unit, end - start)
          start = end
        }
      }
    }
  }
}
