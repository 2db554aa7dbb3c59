internal import Postings
internal import Query
internal import Segment

/// How often a word in any form stands in some units of a segment, without a look at all others that have it.
///
/// A walk of its posting list, or where units are cut out of paragraphs of those of its forms, which alone have positions.
struct StemFrequencies {
  private let reader: SegmentReader
  private let level: Level
  private var positions: [UInt32] = []

  init(in reader: SegmentReader, _ level: Level) {
    self.reader = reader
    self.level = level
  }

  /// The frequency in each of `units`, which ascend, of the stem whose entry is given.
  ///
  /// - Complexity: O(*u* · log *b* + *p*) for *u* units, *b* blocks of a list, and *p* postings in these units.
  mutating func frequencies(
    of stem: [UInt8], _ entry: DictionaryEntry, in units: [Int]
  ) throws(SegmentError) -> [Int] {
    var frequencies = [Int](repeating: 0, count: units.count)
    if level == .statement {
      for form in try reader.forms(ofStem: stem) {
        var cursor = try OccurrenceCursor(over: form, of: reader, hasPositions: true)
        try addStated(&cursor, units, to: &frequencies)
      }
    } else {
      var cursor = try OccurrenceCursor(over: entry, of: reader, hasPositions: false)
      try add(&cursor, units, to: &frequencies)
    }
    return frequencies
  }

  /// Adds what stands in the paragraphs of each unit.
  private func add(
    _ cursor: inout OccurrenceCursor, _ units: [Int], to frequencies: inout [Int]
  ) throws(SegmentError) {
    for (index, unit) in units.enumerated() {
      let paragraphs = level == .document ? try reader.documentRecord(at: unit).units : unit..<unit + 1
      var paragraph = try cursor.advance(to: DocID(paragraphs.lowerBound))
      while paragraph < DocID(paragraphs.upperBound) {
        frequencies[index] += cursor.count
        paragraph = try cursor.advance(to: paragraph + 1)
      }
      if paragraph == .end { return }
    }
  }

  /// Adds what stands in the ranges of each unit.
  private mutating func addStated(
    _ cursor: inout OccurrenceCursor, _ units: [Int], to frequencies: inout [Int]
  ) throws(SegmentError) {
    var read: DocID?
    for (index, unit) in units.enumerated() {
      for number in try reader.statement(at: unit).ranges {
        let range = try reader.tokenRange(at: number)
        let paragraph = try cursor.advance(to: DocID(range.unit))
        if paragraph == .end { return }
        guard Int(paragraph) == range.unit else { continue }
        // Two statements may share a paragraph.
        if read != paragraph { try cursor.positions(into: &positions) }
        read = paragraph
        frequencies[index] += positions.count { range.positions.contains($0) }
      }
    }
  }
}
