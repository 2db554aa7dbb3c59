internal import Postings
internal import Segment

/// How many units of a segment have one of some words or more, or all of them.
struct FlatCount {
  enum Operation {
    case union
    case intersection
  }

  /// The rarest first.
  private var cursors: [PostingsCursor]
  private let operation: Operation
  private var bits = UnitBits()
  private var others = UnitBits()
  private var next: DocID = 0
  private(set) var count = 0

  /// To ask a list for a unit takes about as long as to set the bits of so many postings.
  private static let askingCost = 8

  /// - Parameter cursors: Those of the words, at least one, before their first postings.
  init(_ operation: Operation, _ cursors: [PostingsCursor]) {
    precondition(!cursors.isEmpty)
    self.operation = operation
    self.cursors = cursors.sorted { $0.layout.list.documentFrequency < $1.layout.list.documentFrequency }
  }

  /// Counts the next window.
  ///
  /// - Returns: Whether there are more.
  mutating func countWindow(in bytes: RawSpan) throws(PostingsError) -> Bool {
    let base = next
    let unitCount = cursors[0].layout.list.unitCount
    if Int(base) >= unitCount { return false }
    next = DocID(min(Int(base) + UnitBits.unitCount, unitCount))
    try bits.formUnion(&cursors[0], from: base, in: bytes)
    for index in 1..<max(1, cursors.count) {
      switch operation {
      case .union: try bits.formUnion(&cursors[index], from: base, in: bytes)
      case .intersection: try intersect(with: index, from: base, in: bytes)
      }
    }
    count += bits.count
    bits.removeAll()
    return true
  }

  private mutating func intersect(with index: Int, from base: DocID, in bytes: RawSpan) throws(PostingsError)
  {
    let rarest = cursors[0].layout.list.documentFrequency
    if rarest * Self.askingCost < cursors[index].layout.list.documentFrequency {
      try bits.formIntersection(asking: &cursors[index], from: base, in: bytes)
    } else {
      others.removeAll()
      try others.formUnion(&cursors[index], from: base, in: bytes)
      bits.formIntersection(others)
    }
  }
}
