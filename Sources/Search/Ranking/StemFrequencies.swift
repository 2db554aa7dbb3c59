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

  /// The frequency in each of some units of the stem whose entry is given.
  ///
  /// - Complexity: O(*u* · log *b* + *p*) for *u* units, *b* blocks of a list, and *p* postings in these units.
  mutating func frequencies(
    of stem: [UInt8], _ entry: DictionaryEntry, in asked: UnitsToRerank
  ) throws(SegmentError) -> [Int] {
    var frequencies = [Int](repeating: 0, count: asked.units.count)
    switch level {
    case .paragraph, .document:
      var cursor = try reader.cursor(over: entry, withPositions: false)
      try reader.withLists { (bytes: RawSpan) throws(PostingsError) in
        for (index, paragraphs) in asked.paragraphs.enumerated() {
          frequencies[index] = try Self.frequency(in: paragraphs, &cursor, bytes)
          if cursor.docID == .end { return }
        }
      }
    case .statement:
      for form in try reader.forms(ofStem: stem) {
        var cursor = try reader.cursor(over: form, withPositions: true)
        try addStated(&cursor, asked.units, to: &frequencies)
      }
    }
    return frequencies
  }

  /// How often it stands in some paragraphs, none of which comes before one that was asked for.
  private static func frequency(
    in paragraphs: Range<Int>, _ cursor: inout PostingsCursor, _ bytes: RawSpan
  ) throws(PostingsError) -> Int {
    let end = DocID(paragraphs.upperBound)
    var frequency = 0
    try cursor.advance(to: DocID(paragraphs.lowerBound), in: bytes)
    if paragraphs.count == 1 {
      if cursor.docID < end { frequency = try cursor.frequency(in: bytes) }
      return frequency
    }
    while cursor.docID < end {
      let run = try cursor.run(below: end, in: bytes)
      try cursor.decodeFrequencies(in: bytes)
      for index in run { frequency += Int(cursor.frequencies[index]) }
      try cursor.pass(run, in: bytes)
    }
    return frequency
  }

  /// Adds what stands in the ranges of each unit.
  private mutating func addStated(
    _ cursor: inout PostingsCursor, _ units: [Int], to frequencies: inout [Int]
  ) throws(SegmentError) {
    var read: DocID?
    for (index, unit) in units.enumerated() {
      for number in try reader.statement(at: unit).ranges {
        let range = try reader.tokenRange(at: number)
        let paragraph = try reader.withLists { (bytes: RawSpan) throws(PostingsError) in
          let paragraph = try cursor.advance(to: DocID(range.unit), in: bytes)
          // Two statements may share a paragraph.
          if Int(paragraph) == range.unit, read != paragraph {
            try cursor.positions(in: bytes, postings: bytes, into: &positions)
            read = paragraph
          }
          return paragraph
        }
        if paragraph == .end { return }
        guard Int(paragraph) == range.unit else { continue }
        frequencies[index] += positions.count { range.positions.contains($0) }
      }
    }
  }
}
