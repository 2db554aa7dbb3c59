internal import Query
internal import Segment

/// The statements of a segment by who says them and by their form, which the segment tells of each statement.
///
/// - Complexity: Making them reads every statement and every speaker; a filter then costs what it finds.
struct StatementLists: Sendable {
  /// By each name, as segments fold them, who goes by it.
  private var speakers: [[UInt8]: Set<Int>] = [:]
  /// Of each speaker; ascending and apart.
  private var bySpeaker: [[Range<Int>]]
  /// Of each form, as segments number them.
  private var byMode: [[Range<Int>]]

  private static let readingsPerCheck = 4_096

  init(of segment: SegmentReader, _ options: SearchOptions) throws(SearchError) {
    bySpeaker = Array(repeating: [], count: segment.speakerCount)
    byMode = Array(repeating: [], count: SegmentFormat.modeCount)
    for speaker in 0..<segment.speakerCount {
      if speaker.isMultiple(of: Self.readingsPerCheck) { try options.checkDeadline() }
      let keys = try SearchError.reading { () throws(SegmentError) in try segment.speaker(at: speaker).keys }
      for key in keys { speakers[Array(key.utf8), default: []].insert(speaker) }
    }
    for index in 0..<segment.statementCount {
      if index.isMultiple(of: Self.readingsPerCheck) { try options.checkDeadline() }
      let statement = try SearchError.reading { () throws(SegmentError) in try segment.statement(at: index) }
      byMode[Int(statement.mode)].appendJoining(index)
      for speaker in Set(statement.speakers) { bySpeaker[speaker].appendJoining(index) }
    }
  }

  /// The numbers of the speakers who go by a name.
  ///
  /// - Parameter key: The name's words, folded, with a space between.
  func speakers(named key: [UInt8]) -> Set<Int> { speakers[key] ?? [] }

  /// The statements with any of some speakers, ascending and apart.
  func statements(of speakers: Set<Int>) -> [Range<Int>] {
    if speakers.count == 1, let speaker = speakers.first { return bySpeaker[speaker] }
    var ranges: [Range<Int>] = []
    for range in speakers.flatMap({ bySpeaker[$0] }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// The statements of a form, ascending and apart.
  func statements(ofMode mode: UInt8) -> [Range<Int>] { byMode[Int(mode)] }
}

extension OpenSegment {
  func statementLists(_ options: SearchOptions) throws(SearchError) -> StatementLists {
    try keptStatementLists.value { () throws(SearchError) in try StatementLists(of: reader, options) }
  }

  /// The units of statements, which are given as ranges.
  ///
  /// - Parameter space: Statements or pieces.
  func units(of space: UnitSpace, ofStatements statements: [Range<Int>]) throws(SegmentError) -> [Range<Int>]
  {
    if space == .statements { return statements }
    precondition(space == .pieces)
    return try statements.map { range throws(SegmentError) in try reader.ranges(ofStatements: range) }
  }
}

extension SpeakerName {
  /// What to look for in each segment: the name, or if nobody in the whole collection bears it, what is left of it without an
  /// office.
  func key(in segments: [OpenSegment], _ options: SearchOptions) throws(SearchError) -> [UInt8] {
    guard let bareKey else { return key }
    for segment in segments where try !segment.statementLists(options).speakers(named: key).isEmpty {
      return key
    }
    return bareKey
  }
}
