internal import Postings

/// The best units seen so far: a heap with the worst of them on top.
struct TopHits {
  struct Entry: Equatable {
    /// What it is ordered by (``SortOrder/rank(score:days:)``): its score, or its date.
    var rank: Int
    var score: Int
    var segment: Int
    var unit: DocID

    /// A higher rank is better, of equal ranks the one that comes first in the corpus.
    func isBetter(than other: Entry) -> Bool {
      if rank != other.rank { return rank > other.rank }
      return (segment, unit) < (other.segment, other.unit)
    }
  }

  let capacity: Int
  /// No unit is among the best that is not ranked higher.
  private var floor = Int.min
  private var heap: [Entry] = []

  /// Keeps at most `capacity` units.
  init(capacity: Int) {
    precondition(capacity >= 0)
    self.capacity = capacity
  }

  /// What a unit must be ranked above to be among the best, if it comes behind all seen so far in the corpus.
  var threshold: Int {
    if heap.count < capacity { return floor }
    return capacity == 0 ? .max : max(floor, heap[0].rank)
  }

  /// What a unit must be ranked at least to be among the best, wherever in the corpus it stands.
  var leastRank: Int { heap.count < capacity ? .min : heap.first?.rank ?? .max }

  /// Tells that as many units as are kept, seen or not, are ranked `rank` or higher.
  mutating func expect(_ rank: Int) { floor = max(floor, rank - 1) }

  /// - Complexity: O(log `capacity`), O(1) for a unit that is not among the best.
  mutating func insert(_ entry: Entry) {
    if heap.count < capacity {
      heap.append(entry)
      siftUp(heap.count - 1)
    } else if capacity > 0, entry.isBetter(than: heap[0]) {
      heap[0] = entry
      siftDown(0)
    }
  }

  /// The units, best first.
  consuming func sorted() -> [Entry] { heap.sorted { $0.isBetter(than: $1) } }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].isBetter(than: heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[worst].isBetter(than: heap[child]) {
        worst = child
      }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
