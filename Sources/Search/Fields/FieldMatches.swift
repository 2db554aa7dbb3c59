internal import Query
internal import Segment
internal import Synchronization

/// Which documents and sections of a segment pass the tests of queries, each found once.
///
/// A test looks at every different name, or every different word of a title or heading. These are read from the records of documents when
/// a field is first asked for, which takes milliseconds, and kept; so are the last ``limit`` answers.
final class FieldMatches: Sendable {
  private static let limit = 64
  private static let documentsPerCheck = 256
  private let known = Mutex<(answers: [DocumentTest: [Range<Int>]], order: [DocumentTest])>(([:], []))
  private let names = Dictionary(
    uniqueKeysWithValues: DocumentTest.Field.allCases.filter { !$0.isOfWords }.map {
      ($0, Kept<FieldNames>())
    })
  private let titleWords = Kept<FieldWords>()
  private let keptSections = Kept<FieldSections>()
  private let sectionRuns = Kept<SectionRuns>()

  /// The documents that pass, or the paragraphs in sections that do: ranges, ascending and apart.
  ///
  /// - Throws: `deadlineExceeded` if the field was not asked for before and the options' deadline passes while it is read.
  func ranges(
    for test: DocumentTest, in segment: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) -> [Range<Int>] {
    if let answer = known.withLock({ $0.answers[test] }) { return answer }
    let answer =
      switch test.field {
      case .section: try paragraphs(passing: test, in: segment, options)
      case .title: try titles(of: segment, options).texts(passing: test).trueRanges
      case .doc, .kind, .symbol, .lang:
        try names(of: test.field, in: segment, options).documents(passing: test)
      }
    known.withLock { known in
      guard known.answers.updateValue(answer, forKey: test) == nil else { return }
      known.order.append(test)
      if known.order.count > Self.limit { known.answers[known.order.removeFirst()] = nil }
    }
    return answer
  }

  /// - Precondition: The field is one that is asked for as a whole.
  func names(
    of field: DocumentTest.Field, in segment: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) -> FieldNames {
    guard let kept = names[field] else { preconditionFailure("asked for by words") }
    return try kept.value { () throws(SearchError) in try FieldNames(of: field, in: segment, options) }
  }

  /// The words of each document's title.
  func titles(of segment: SegmentReader, _ options: SearchOptions) throws(SearchError) -> FieldWords {
    try titleWords.value { () throws(SearchError) in
      var builder = FieldWords.Builder()
      for index in 0..<segment.documentCount {
        if index.isMultiple(of: Self.documentsPerCheck) { try options.checkDeadline() }
        let document = try SearchError.reading { () throws(SegmentError) in try segment.document(at: index) }
        builder.add(document.title)
      }
      return builder.words
    }
  }

  private func paragraphs(
    passing test: DocumentTest, in segment: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) -> [Range<Int>] {
    guard let sections = try sections(of: segment, options).sections(passing: test) else { return [] }
    return try sectionRuns.value { () throws(SearchError) in try SectionRuns(of: segment, options) }
      .paragraphs(of: sections)
  }

  func sections(of segment: SegmentReader, _ options: SearchOptions) throws(SearchError) -> FieldSections {
    try keptSections.value { () throws(SearchError) in try FieldSections(of: segment, options) }
  }
}

extension [Bool] {
  /// The indices of what is true, neighbours in one range.
  fileprivate var trueRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, isTrue) in enumerated() where isTrue { ranges.appendJoining(index) }
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
  /// The units that stand in documents of ranges; in order.
  func units(
    of space: UnitSpace, ofAll documents: [Range<Int>], _ options: SearchOptions
  ) throws(SearchError) -> [Range<Int>] {
    try joined(documents, options) { range throws(SegmentError) in [try units(of: space, in: range)] }
  }

  /// The units that have words in paragraphs of ranges; in order.
  func units(
    of space: UnitSpace, aroundAll paragraphs: [Range<Int>], _ options: SearchOptions
  ) throws(SearchError) -> [Range<Int>] {
    try joined(paragraphs, options) { range throws(SegmentError) in try units(of: space, around: range) }
  }

  private func joined(
    _ ranges: [Range<Int>], _ options: SearchOptions,
    _ units: (Range<Int>) throws(SegmentError) -> [Range<Int>]
  ) throws(SearchError) -> [Range<Int>] {
    var all: [Range<Int>] = []
    for (index, range) in ranges.enumerated() {
      if index.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
      let found = try SearchError.reading { () throws(SegmentError) in try units(range) }
      for units in found where !units.isEmpty {
        // What stands in two paragraphs, or in neighbours.
        if let last = all.last, units.lowerBound <= last.upperBound {
          all[all.count - 1] = last.lowerBound..<max(last.upperBound, units.upperBound)
        } else {
          all.append(units)
        }
      }
    }
    return all
  }

  /// The units that stand in documents.
  func units(of space: UnitSpace, in documents: Range<Int>) throws(SegmentError) -> Range<Int> {
    let first = try reader.documentRecord(at: documents.lowerBound).units.lowerBound
    let end = try reader.documentRecord(at: documents.upperBound - 1).units.upperBound
    return try space.units(ofDocuments: documents, withParagraphs: first..<max(first, end), in: reader)
  }

  /// The units that have words in paragraphs of a range.
  private func units(
    of space: UnitSpace, around paragraphs: Range<Int>
  ) throws(SegmentError) -> [Range<Int>] {
    switch space {
    case .paragraphs: return [paragraphs]
    case .pieces: return [try reader.ranges(inUnits: paragraphs)]
    case .statements:
      let pieces = try reader.ranges(inUnits: paragraphs)
      guard let first = pieces.first, let last = pieces.last else { return [] }
      let statements = (
        first: try reader.tokenRange(at: first).statement, last: try reader.tokenRange(at: last).statement
      )
      guard statements.first <= statements.last else { throw reader.rangeDisorder(at: first) }
      return [statements.first..<statements.last + 1]
    case .documents:
      let first = try reader.document(ofUnit: paragraphs.lowerBound, from: 0).index
      let last = try reader.document(ofUnit: paragraphs.upperBound - 1, from: first).index
      // Documents without a paragraph may lie between.
      var documents: [Range<Int>] = []
      for document in first...max(first, last)
      where try !reader.documentRecord(at: document).units.isEmpty {
        documents.appendJoining(document)
      }
      return documents
    }
  }
}
