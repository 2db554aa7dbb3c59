internal import Query
internal import Segment
internal import Synchronization

/// Which documents and sections of a segment pass the tests of queries, each found once.
///
/// A test looks at every document or heading, which takes milliseconds; its answer is kept, the last ``limit`` of them.
final class FieldMatches: Sendable {
  private static let limit = 64
  private let known = Mutex<(answers: [DocumentTest: [Range<Int>]], order: [DocumentTest])>(([:], []))

  /// The documents that pass, or the paragraphs in sections that do: ranges, ascending and apart.
  func ranges(for test: DocumentTest, in segment: SegmentReader) throws(SegmentError) -> [Range<Int>] {
    if let answer = known.withLock({ $0.answers[test] }) { return answer }
    let answer = try test.field == .section ? paragraphs(test, segment) : documents(test, segment)
    known.withLock { known in
      guard known.answers.updateValue(answer, forKey: test) == nil else { return }
      known.order.append(test)
      if known.order.count > Self.limit { known.answers[known.order.removeFirst()] = nil }
    }
    return answer
  }

  private func documents(_ test: DocumentTest, _ segment: SegmentReader) throws(SegmentError) -> [Range<Int>]
  {
    var matcher = DocumentMatcher(test)
    var ranges: [Range<Int>] = []
    for index in 0..<segment.documentCount where matcher.passes(try segment.document(at: index)) {
      ranges.appendJoining(index)
    }
    return ranges
  }

  private func paragraphs(_ test: DocumentTest, _ segment: SegmentReader) throws(SegmentError) -> [Range<Int>]
  {
    var matcher = DocumentMatcher(test)
    var passing: Set<Int> = []
    for heading in 0..<segment.headingCount where matcher.passes(headings: try segment.headings(at: heading))
    {
      passing.insert(heading)
    }
    if passing.isEmpty { return [] }
    var ranges: [Range<Int>] = []
    for unit in 0..<segment.unitCount where passing.contains(try segment.heading(ofUnit: unit)) {
      ranges.appendJoining(unit)
    }
    return ranges
  }
}

extension [Range<Int>] {
  /// Appends a number greater than all others.
  mutating func appendJoining(_ number: Int) {
    if let last, last.upperBound == number {
      self[count - 1] = last.lowerBound..<number + 1
    } else {
      append(number..<number + 1)
    }
  }
}

extension OpenSegment {
  /// The units of the documents or sections that pass a test; in order.
  func units(of space: UnitSpace, passing test: DocumentTest) throws(SegmentError) -> [Range<Int>] {
    let ranges = try fields.ranges(for: test, in: reader)
    if test.field == .section { return try units(of: space, aroundAll: ranges) }
    var units: [Range<Int>] = []
    for range in ranges {
      let found = try self.units(of: space, in: range)
      if !found.isEmpty { units.append(found) }
    }
    return units
  }

  /// The units that have words in paragraphs of ranges; in order.
  func units(of space: UnitSpace, aroundAll paragraphs: [Range<Int>]) throws(SegmentError) -> [Range<Int>] {
    var units: [Range<Int>] = []
    for range in paragraphs {
      let found = try self.units(of: space, around: range)
      if !found.isEmpty { units.append(found) }
    }
    return units
  }

  private func units(of space: UnitSpace, in documents: Range<Int>) throws(SegmentError) -> Range<Int> {
    let first = try reader.documentRecord(at: documents.lowerBound).units.lowerBound
    let end = try reader.documentRecord(at: documents.upperBound - 1).units.upperBound
    return try space.units(ofDocuments: documents, withParagraphs: first..<max(first, end), in: reader)
  }

  /// The units that have words in paragraphs of a range.
  private func units(of space: UnitSpace, around paragraphs: Range<Int>) throws(SegmentError) -> Range<Int> {
    switch space {
    case .paragraphs: return paragraphs
    case .pieces: return try reader.ranges(inUnits: paragraphs)
    case .statements:
      let pieces = try reader.ranges(inUnits: paragraphs)
      guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
      let statements = (
        first: try reader.tokenRange(at: first).statement, last: try reader.tokenRange(at: last).statement
      )
      guard statements.first <= statements.last else { throw reader.rangeDisorder(at: first) }
      return statements.first..<statements.last + 1
    case .documents:
      let first = try reader.document(ofUnit: paragraphs.lowerBound, from: 0).index
      let last = try reader.document(ofUnit: paragraphs.upperBound - 1, from: first).index
      return first..<last + 1
    }
  }
}
