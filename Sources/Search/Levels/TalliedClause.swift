internal import Postings

/// The units of a segment in which something stands, and how often, as they were counted once.
struct UnitFrequencies: Sendable {
  /// Ascending.
  private(set) var units: [DocID] = []
  /// Beside them.
  private(set) var frequencies: [UInt32] = []

  /// Appends the matches of a window whose values are frequencies, none before those appended earlier.
  mutating func append(matchesOf window: borrowing Window) {
    window.forEachMatch { unit, frequency in
      units.append(unit)
      // Only of lists that are damaged is it more.
      frequencies.append(UInt32(clamping: frequency))
    }
  }

  var count: Int { units.count }

  /// Gives back the memory that arrays have for what may still come: up to as much as that for what is in them.
  mutating func trim() {
    // An array of a whole array's slice is that array, with its room.
    units = units.map { $0 }
    frequencies = frequencies.map { $0 }
  }

  /// The memory that each unit takes, once trimmed.
  static let bytesOfEach = MemoryLayout<DocID>.size + MemoryLayout<UInt32>.size
}

/// Units that are known, with their frequencies or nothing for values.
final class TalliedClause: Clause {
  private let tally: UnitFrequencies
  private let measure: Measure
  /// The first unit that is not before the next window.
  private var next = 0

  /// - Parameter measure: Not that of scores.
  init(_ tally: UnitFrequencies, _ measure: Measure) {
    self.tally = tally
    self.measure = measure
  }

  var expectedCount: Int { tally.count }

  func accumulate(into window: inout Window) throws(SearchError) {
    next = tally.units.firstIndex(from: next, atOrAfter: window.base)
    let first = next
    next = tally.units.firstIndex(from: first, atOrAfter: window.end)
    if measure == .matches { return window.add(first..<next, of: tally.units) }
    let frequencies = tally.frequencies
    window.add(first..<next, of: tally.units) { Int(frequencies[$0]) }
  }
}

extension [DocID] {
  /// The index from `start` on of the first that is `target` or greater; their number if none is.
  fileprivate func firstIndex(from start: Int, atOrAfter target: DocID) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
