import Postings
import TestSupport
import Testing

@testable import Search

/// Counts from bits, over several windows and lists of every form, against sets of the same units.
struct FlatCountTests {
  private static let unitCount = 150_000

  /// The lists of some words behind one another, and the units of each.
  private static func lists(
    _ densities: [Double], using generator: inout SeededGenerator
  ) -> (bytes: [UInt8], lists: [PostingList], units: [Set<Int>]) {
    let norms = [UInt8](repeating: 7, count: unitCount)
    var bytes: [UInt8] = []
    var lists: [PostingList] = []
    var units: [Set<Int>] = []
    for density in densities {
      var encoder = PostingsEncoder(hasPositions: false)
      var own: Set<Int> = [unitCount - 1]
      var unit = 0
      while unit < unitCount {
        own.insert(unit)
        // Gaps between what is as likely everywhere are distributed so.
        unit += 1 + Int(-naturalLogarithm(.random(in: 1e-9..<1, using: &generator)) / density)
      }
      for unit in own.sorted() { encoder.addWithoutPositions(DocID(unit), frequency: 1) }
      let start = bytes.count
      var none: [UInt8] = []
      encoder.finishList(norms: norms, postings: &bytes, positions: &none)
      lists.append(
        PostingList(
          documentFrequency: own.count, totalFrequency: own.count, postings: start..<bytes.count,
          positions: 0..<0, unitCount: unitCount))
      units.append(own)
    }
    return (bytes, lists, units)
  }

  @Test(arguments: [
    [0.3], [0.3, 0.5], [0.05, 0.3], [0.05, 0.06], [0.001, 0.5], [0.001, 0.06], [0.002, 0.003, 0.004],
    [0.02, 0.1, 0.9], [0.00001, 0.02],
  ])
  func countsAreThoseOfSets(densities: [Double]) throws {
    var generator = SeededGenerator(seed: UInt64(densities.count))
    let (bytes, lists, units) = Self.lists(densities, using: &generator)
    // SAFETY: every byte of an array of bytes is initialized.
    let span = unsafe bytes.span.bytes
    for (operation, expected) in [
      (FlatCount.Operation.union, units.dropFirst().reduce(units[0]) { $0.union($1) }),
      (.intersection, units.dropFirst().reduce(units[0]) { $0.intersection($1) }),
    ] {
      var cursors: [PostingsCursor] = []
      for list in lists { cursors.append(try PostingsCursor(list, in: span)) }
      var count = FlatCount(operation, cursors)
      var windowCount = 0
      while try count.countWindow(in: span) { windowCount += 1 }
      #expect(count.count == expected.count)
      #expect(windowCount == 3)
    }
  }
}
