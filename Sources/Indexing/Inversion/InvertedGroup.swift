/// The postings of some units that follow one another: what one thread makes, and what a segment is joined from.
///
/// For each term a run, in order of the terms' first appearance:
///
///     run      = posting × documentFrequency
///     posting  = varint( unit gap · 2 + (1 if the frequency is 1) ) · [ frequency − 2 varint ] · position gap varint × frequency
///
/// Gaps are as in ``PostingsFormat``: the difference from the one before, less one; the first unit of a run and the first position of a
/// posting are as they are. Units count from the first of the group. About two bytes an occurrence.
package struct InvertedGroup: Sendable {
  package let unitCount: Int
  /// Distinct strings.
  private(set) var terms: StringTable
  /// Whether each term is a compound or a word in capitals, which has no stem.
  let isExtra: [Bool]
  /// Where the run of each term ends in `runs`.
  let runEnds: [UInt32]
  let runs: [UInt8]

  /// The strings, which the group forgets.
  mutating func takeTerms() -> StringTable {
    defer { terms = StringTable(bytes: [], starts: [0]) }
    return terms
  }

  func run(of term: Int) -> Range<Int> { (term == 0 ? 0 : Int(runEnds[term - 1]))..<Int(runEnds[term]) }
}

/// Strings, one behind the other.
struct StringTable: Sendable {
  var bytes: [UInt8]
  /// One more than there are strings; the first is 0.
  var starts: [Int]

  var count: Int { starts.count - 1 }
}
