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

  /// Frequencies are added up, or positions read.
  var expectedCost: Int { expectedCount.multipliedClamped(by: 4) }

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
  /// Of each part of these its words, and its unit's number in the window.
  private var pieces: [Piece] = []

  init(of leaf: GroupedLeafClause.Leaf, in reader: SegmentReader, space: UnitSpace) throws(SegmentError) {
    self.reader = reader
    self.space = space
    switch leaf {
    case .phrase(let lists):
      cursors = [try OccurrenceCursor(overPhrase: lists, of: reader, hasPositions: space != .documents)]
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
    let base = documents.lowerBound - units.lowerBound
    for index in cursors.indices {
      try cursors[index].add(in: paragraphs, ofDocumentsEndingAt: ends, to: &frequencies, from: base)
    }
  }

  /// Adds what stands in the pieces that the inner window asks for.
  private mutating func addPieces(of units: Range<Int>) throws(SegmentError) {
    try asked.replace(withPiecesAskedBy: inner, in: reader)
    try findPieces(of: units)
    for index in cursors.indices { try cursors[index].add(in: asked, pieces, to: &frequencies) }
  }

  /// Replaces ``pieces`` with the parts that are asked for.
  private mutating func findPieces(of units: Range<Int>) throws(SegmentError) {
    pieces.removeAll(keepingCapacity: true)
    for part in asked.parts {
      guard let piece = part.piece else { preconditionFailure("a part of no piece") }
      let unit = space == .pieces ? piece.number : piece.statement
      guard units.contains(unit) else { throw reader.rangeDisorder(at: piece.number) }
      pieces.append(
        Piece(start: part.words.lowerBound, end: part.words.upperBound, slot: unit - units.lowerBound))
    }
  }
}

/// The words of a piece of a statement in its paragraph, and the number of its unit in a window.
private struct Piece {
  var start: UInt32
  var end: UInt32
  var slot: Int
}

extension OccurrenceCursor {
  /// Adds how often it stands in each of some documents to `sums`, that of the first at `base`.
  ///
  /// - Parameters:
  ///   - paragraphs: Those of the documents.
  ///   - ends: Of each document where its paragraphs end.
  fileprivate mutating func add(
    in paragraphs: Range<DocID>, ofDocumentsEndingAt ends: [DocID], to sums: inout [Int], from base: Int
  ) throws(SegmentError) {
    var sums = sums.mutableSpan
    let ends = ends.span
    var document = 0
    try forEachRun(in: paragraphs) { paragraphs, counts in
      for index in paragraphs.indices {
        while ends[document] <= paragraphs[index] { document += 1 }
        sums[base + document] += Int(counts[index])
      }
    }
  }

  /// Adds how often it stands in each of the pieces that are asked for to `sums`.
  fileprivate mutating func add(
    in asked: borrowing AskedParagraphs, _ pieces: [Piece], to sums: inout [Int]
  ) throws(SegmentError) {
    let length = UInt64(length)
    let firstParts = asked.firstParts
    var sums = sums.mutableSpan
    let pieces = pieces.span
    try forEachRun(in: asked) { paragraphs, counts, starts in
      asked.forEachAsked(of: paragraphs, counts) { rank, range in
        var number = firstParts[rank]
        let end = firstParts[rank + 1]
        for place in range {
          let start = starts[place]
          while UInt64(pieces[number].end) < UInt64(start) + length {
            number += 1
            if number == end { return }
          }
          if start >= pieces[number].start { sums[pieces[number].slot] += 1 }
        }
      }
    }
  }
}
