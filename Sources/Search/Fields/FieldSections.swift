internal import Query
internal import Segment

/// The sections of a segment by the words of their headings.
struct FieldSections: Sendable {
  /// Of each different heading.
  let words: FieldWords
  /// By section its headings' places among the texts of `words`.
  private let headings: [[Int]]
  private static let sectionsPerCheck = 256

  /// - Complexity: Linear in the segment's sections.
  init(of segment: SegmentReader, _ options: SearchOptions) throws(SearchError) {
    var builder = FieldWords.Builder()
    var known: [[UInt8]: Int] = [:]
    var headings: [[Int]] = []
    for section in 0..<segment.headingCount {
      if section.isMultiple(of: Self.sectionsPerCheck) { try options.checkDeadline() }
      var places: [Int] = []
      for heading in try SearchError.reading({ () throws(SegmentError) in try segment.headings(at: section) })
      {
        let bytes = Array(heading.utf8)
        if let place = known[bytes] {
          places.append(place)
        } else {
          places.append(known.count)
          known[bytes] = known.count
          builder.add(heading)
        }
      }
      headings.append(places)
    }
    words = builder.words
    self.headings = headings
  }

  /// For each section whether it passes a test; nil if none does.
  func sections(passing test: DocumentTest) -> [Bool]? {
    let passing = words.texts(passing: test)
    let sections = headings.map { $0.contains { passing[$0] } }
    return sections.contains(true) ? sections : nil
  }
}

/// In which section each paragraph of a segment stands.
struct SectionRuns: Sendable {
  /// Paragraphs behind one another that stand in one section, in order.
  private let runs: [(section: Int, end: Int)]

  /// - Complexity: Linear in the segment's paragraphs.
  init(of segment: SegmentReader, _ options: SearchOptions) throws(SearchError) {
    var runs: [(section: Int, end: Int)] = []
    for unit in 0..<segment.unitCount {
      if unit.isMultiple(of: Window.unitCount) { try options.checkDeadline() }
      let section = try SearchError.reading { () throws(SegmentError) in try segment.heading(ofUnit: unit) }
      if let last = runs.last, last.section == section { runs.removeLast() }
      runs.append((section, unit + 1))
    }
    self.runs = runs
  }

  /// The paragraphs of those sections for which `isAsked` is true, ascending and apart.
  func paragraphs(of isAsked: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for run in runs {
      if isAsked[run.section] {
        if let last = ranges.last, last.upperBound == start {
          ranges[ranges.count - 1] = last.lowerBound..<run.end
        } else {
          ranges.append(start..<run.end)
        }
      }
      start = run.end
    }
    return ranges
  }
}
