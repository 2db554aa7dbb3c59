internal import Query
internal import Segment

/// The statements of every speaker, from one pass over all statements, so that what somebody says is counted without another.
struct SpeakerStatements: Sendable {
  /// Of one segment: who goes by each name; the speakers' statements, ascending, speaker behind speaker, and where those of each start.
  private struct OfSegment {
    var speakers: [[UInt8]: Set<Int>]
    var starts: [Int]
    var statements: [UInt32]
  }

  private let ofSegments: [OfSegment]
  private static let statementsPerCheck = 4_096
  private static let speakersPerCheck = 256

  /// - Complexity: Linear in the statements.
  init(in segments: [OpenSegment], _ options: SearchOptions) throws(SearchError) {
    var all: [OfSegment] = []
    for segment in segments {
      let reader = segment.reader
      var pairs: [(speaker: Int, statement: UInt32)] = []
      var starts = [Int](repeating: 0, count: reader.speakerCount + 1)
      for statement in 0..<reader.statementCount {
        if statement.isMultiple(of: Self.statementsPerCheck) { try options.checkDeadline() }
        let speakers = try SearchError.reading { () throws(SegmentError) in
          try reader.statement(at: statement).speakers
        }
        for speaker in Set(speakers) {
          pairs.append((speaker, UInt32(statement)))
          starts[speaker + 1] += 1
        }
      }
      var speakers: [[UInt8]: Set<Int>] = [:]
      for speaker in 0..<reader.speakerCount {
        if speaker.isMultiple(of: Self.speakersPerCheck) { try options.checkDeadline() }
        starts[speaker + 1] += starts[speaker]
        let keys = try SearchError.reading { () throws(SegmentError) in try reader.speaker(at: speaker).keys }
        for key in keys { speakers[Array(key.utf8), default: []].insert(speaker) }
      }
      var next = starts
      var statements = [UInt32](repeating: 0, count: pairs.count)
      for (speaker, statement) in pairs {
        statements[next[speaker]] = statement
        next[speaker] += 1
      }
      all.append(OfSegment(speakers: speakers, starts: starts, statements: statements))
    }
    ofSegments = all
  }

  /// How many units of a level have words of somebody in them: what a search for `speaker:NAME` finds.
  ///
  /// - Complexity: Linear in the statements of whoever goes by the name, and at the level of paragraphs in their ranges.
  func unitCount(
    of name: SpeakerName, _ level: Level, in segments: [OpenSegment], _ options: SearchOptions
  ) throws(SearchError) -> Int {
    // As ``SpeakerName/key(in:)`` has it.
    let isKnown = ofSegments.contains { $0.speakers[name.key] != nil }
    let key = isKnown ? name.key : name.bareKey ?? name.key
    var count = 0
    for (segment, known) in zip(segments, ofSegments) {
      try options.checkDeadline()
      count += try SearchError.reading { () throws(SegmentError) in
        var statements: Set<UInt32> = []
        for speaker in known.speakers[key] ?? [] {
          statements.formUnion(known.statements[known.starts[speaker]..<known.starts[speaker + 1]])
        }
        return try Self.unitCount(of: statements.sorted(), level, in: segment.reader)
      }
    }
    return count
  }

  /// - Parameter statements: Ascending; so are the ranges of one behind another, and the units they stand in.
  private static func unitCount(
    of statements: [UInt32], _ level: Level, in reader: SegmentReader
  ) throws(SegmentError) -> Int {
    if level == .statement { return statements.count }
    var count = 0
    var last: Int?
    for statement in statements.map(Int.init) {
      if level == .document {
        let document = try reader.document(ofStatement: statement)
        if document != last { count += 1 }
        last = document
        continue
      }
      for range in try reader.ranges(ofStatements: statement..<statement + 1) {
        let unit = try reader.tokenRange(at: range).unit
        if unit != last { count += 1 }
        last = unit
      }
    }
    return count
  }
}
