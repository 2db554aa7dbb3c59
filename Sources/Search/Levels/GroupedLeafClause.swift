internal import Postings
internal import Segment

/// The statements, pieces of statements or documents in which a word or phrase stands: paragraphs' occurrences, summed.
///
/// Where a range cuts a paragraph, positions say on which side an occurrence stands. A phrase stands in a range only as a
/// whole.
final class GroupedLeafClause: Clause {
  /// What is summed.
  enum Leaf {
    /// Terms whose occurrences are all different: one, or the forms of a stem.
    case terms([DictionaryEntry])
    case phrase(PhraseLists)

    fileprivate var expectedCount: Int {
      switch self {
      case .terms(let entries): entries.reduce(0) { $0 + $1.list.documentFrequency }
      case .phrase(let lists): lists.words.reduce(.max) { min($0, $1.list.documentFrequency) }
      }
    }
  }

  private let segment: OpenSegment
  private let space: UnitSpace
  private let weight: Weight
  private var sums: OccurrenceSums
  /// The paragraphs with any of it, counted again for each of several terms.
  let expectedCount: Int

  /// - Parameter space: Not that of paragraphs.
  init(_ leaf: Leaf, in segment: OpenSegment, space: UnitSpace, weight: Weight) throws(SearchError) {
    self.segment = segment
    self.space = space
    self.weight = weight
    expectedCount = leaf.expectedCount
    sums = try SearchError.reading { () throws(SegmentError) in
      try OccurrenceSums(of: leaf, in: segment.reader, space: space)
    }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    try sums.add(what: window)
    try SearchError.reading { () throws(SegmentError) in
      try space.withNorms(of: units, in: segment.reader) {
        (norm: (Int) throws(SegmentError) -> UInt8) throws(SegmentError) in
        try sums.forEachUnit(of: units.count) { index, frequency throws(SegmentError) in
          let unit = units.lowerBound + index
          window.add(DocID(unit), value: weight.value(frequency: frequency, norm: try norm(unit)))
        }
      }
      sums.removeAll(of: units.count)
    }
  }
}

/// How often a word or phrase stands in each unit of a window.
private struct OccurrenceSums {
  private let reader: SegmentReader
  private let space: UnitSpace
  private var cursors: [OccurrenceCursor] = []
  private var frequencies = [Int](repeating: 0, count: Window.unitCount)
  /// Of each document where its paragraphs end.
  private var ends: [DocID] = []
  private var inner = Window()
  private static let documentsPerCheck = 256
  private var asked = AskedParagraphs()

  init(of leaf: GroupedLeafClause.Leaf, in reader: SegmentReader, space: UnitSpace) throws(SegmentError) {
    self.reader = reader
    self.space = space
    switch leaf {
    case .phrase(let lists): cursors = [try OccurrenceCursor(overPhrase: lists, of: reader)]
    case .terms(let entries):
      for entry in entries {
        cursors.append(try OccurrenceCursor(over: entry, of: reader, hasPositions: space != .documents))
      }
    }
  }

  /// Adds what stands in the units that a window asks for, which is not before one added earlier; maybe in others of its units too.
  mutating func add(what window: borrowing Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    let ranges = window.askedRanges
    if space == .documents {
      for range in ranges {
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.documentsPerCheck) {
          try window.checkDeadline()
          let documents = first..<min(first + Self.documentsPerCheck, range.upperBound)
          try SearchError.reading { () throws(SegmentError) in try addDocuments(documents, of: units) }
        }
      }
      return
    }
    var pieces = try SearchError.reading { () throws(SegmentError) in
      AskedWindows(
        space == .pieces
          ? ranges : try ranges.map { range throws(SegmentError) in try reader.ranges(ofStatements: range) })
    }
    while pieces.advance(&inner) {
      try window.checkDeadline()
      try SearchError.reading { () throws(SegmentError) in try addPieces(of: units) }
    }
  }

  /// Calls `visit` with the numbers in the window, which has `count` units, of those with occurrences, and how many they have.
  func forEachUnit(of count: Int, _ visit: (Int, Int) throws(SegmentError) -> Void) throws(SegmentError) {
    for index in 0..<count where frequencies[index] > 0 { try visit(index, frequencies[index]) }
  }

  mutating func removeAll(of count: Int) {
    for index in 0..<count { frequencies[index] = 0 }
  }

  private mutating func addDocuments(_ documents: Range<Int>, of units: Range<Int>) throws(SegmentError) {
    ends.removeAll(keepingCapacity: true)
    let first = try reader.documentRecord(at: documents.lowerBound).units.lowerBound
    for document in documents {
      let end = try reader.documentRecord(at: document).units.upperBound
      guard Int(ends.last ?? DocID(first)) <= end else {
        throw reader.corrupt(.documents, at: 0, "document \(document) ends at unit \(end), which is before")
      }
      ends.append(DocID(end))
    }
    let paragraphs = DocID(first)..<ends[ends.count - 1]
    for index in cursors.indices {
      var document = 0
      try cursors[index].forEachParagraph(in: paragraphs) { paragraph, count in
        while ends[document] <= paragraph { document += 1 }
        frequencies[documents.lowerBound - units.lowerBound + document] += count
      }
    }
  }

  /// Adds what stands in the pieces that the inner window asks for.
  private mutating func addPieces(of units: Range<Int>) throws(SegmentError) {
    try asked.replace(withPiecesAskedBy: inner, in: reader)
    let isOfPieces = space == .pieces
    // The number of a piece that is out of order.
    var broken: Int?
    for index in cursors.indices {
      let length = UInt64(cursors[index].length)
      var number = 0
      try cursors[index].forEachAsked(in: asked) { rank, starts in
        for place in starts.indices {
          let start = UInt64(starts[place])
          while number < asked.parts.count,
            asked.parts[number].rank < rank
              || asked.parts[number].rank == rank
                && UInt64(asked.parts[number].words.upperBound) < start + length
          {
            number += 1
          }
          if number == asked.parts.count { return }
          let part = asked.parts[number]
          guard part.rank == rank, start >= part.words.lowerBound, let piece = part.piece else { continue }
          let unit = isOfPieces ? piece.number : piece.statement
          guard units.contains(unit) else {
            broken = piece.number
            return
          }
          frequencies[unit - units.lowerBound] += 1
        }
      }
    }
    if let broken { throw reader.rangeDisorder(at: broken) }
  }
}
