internal import Postings
internal import Query
internal import Segment

/// Some of the units that were found, as posting lists are asked for them: of one segment, in corpus order.
struct UnitsToRerank {
  private(set) var units: [Int] = []
  /// Of each, where units are made of whole paragraphs; none for statements.
  private(set) var paragraphs: [Range<Int>] = []
  private(set) var norms: [UInt8] = []
  /// Which of the entries each of them is.
  private(set) var indexes: [Int] = []

  /// Those of `entries`, for each of the segments.
  static func bySegment(
    _ entries: ArraySlice<TopHits.Entry>, of segments: [OpenSegment], _ level: Level
  ) throws(SegmentError) -> [UnitsToRerank] {
    var all = segments.map { _ in UnitsToRerank() }
    for index in entries.indices.sorted(by: { entries[$0].unit < entries[$1].unit }) {
      let segment = entries[index].segment
      try all[segment].add(Int(entries[index].unit), index, in: segments[segment].reader, level)
    }
    return all
  }

  private mutating func add(
    _ unit: Int, _ index: Int, in reader: SegmentReader, _ level: Level
  ) throws(SegmentError) {
    units.append(unit)
    indexes.append(index)
    norms.append(try UnitSpace(level).norm(of: unit, in: reader))
    switch level {
    case .paragraph: paragraphs.append(unit..<unit + 1)
    case .document: paragraphs.append(try reader.documentRecord(at: unit).units)
    case .statement: break
    }
  }
}
