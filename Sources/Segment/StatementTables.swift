internal import Postings

/// The tables of statements and speakers of a segment that is being written.
struct StatementTables {
  private(set) var statements: [UInt8] = []
  private(set) var norms: [UInt8] = []
  private(set) var ranges: [UInt8] = []
  private(set) var statementSpeakers: [UInt8] = []
  private(set) var evidence: [UInt8] = []
  private(set) var speakers: [UInt8] = []
  private(set) var speakerNames: [UInt8] = []
  /// Words in all statements.
  private(set) var wordCount = 0
  private var numbers: [StoredSpeaker: Int] = [:]

  private var statementCount: Int { norms.count }
  private var rangeCount: Int { ranges.count / SegmentFormat.RangeRecord.byteCount }

  /// The number of a speaker, a new one if this is the first time.
  mutating func number(of speaker: StoredSpeaker) -> Int {
    if let number = numbers[speaker] { return number }
    let number = numbers.count
    numbers[speaker] = number
    speakers.appendInteger(UInt32(speakerNames.count))
    speakerNames.appendString(speaker.id)
    speakerNames.appendString(speaker.name)
    speakerNames.appendVarint(speaker.keys.count)
    for key in speaker.keys { speakerNames.appendString(key) }
    return number
  }

  /// Adds the next statement, in corpus order.
  ///
  /// - Parameter firstUnit: The number in the segment of the document's first unit.
  mutating func add(_ statement: StoredStatement, document: Int, firstUnit: Int) {
    precondition(!statement.spans.isEmpty && statement.speakers.allSatisfy { $0 < numbers.count })
    appendRecord(document: document, mode: statement.mode)
    for span in statement.spans {
      ranges.appendInteger(UInt32(firstUnit + span.unit))
      ranges.appendInteger(span.positions.lowerBound)
      ranges.appendInteger(span.positions.upperBound)
      ranges.appendInteger(UInt32(statementCount))
    }
    for speaker in statement.speakers { statementSpeakers.appendInteger(UInt32(speaker)) }
    evidence.appendString(statement.rule)
    evidence.appendString(statement.evidence)
    evidence.appendVarint(statement.voices.count)
    for voice in statement.voices {
      evidence.appendString(voice.name)
      evidence.appendVarint(voice.speaker.map { $0 + 1 } ?? 0)
    }
    norms.append(Norm.encode(statement.wordCount))
    wordCount += statement.wordCount
  }

  /// See ``SegmentFormat/StatementRecord``.
  private mutating func appendRecord(document: Int, mode: UInt8) {
    statements.appendInteger(UInt32(rangeCount))
    statements.appendInteger(UInt32(document))
    statements.appendInteger(UInt32(statementSpeakers.count))
    statements.appendInteger(UInt32(evidence.count))
    statements.append(mode)
    statements.append(contentsOf: [0, 0, 0])
  }

  /// Ends the last record of each table.
  mutating func finish() {
    appendRecord(document: 0, mode: 0)
    speakers.appendInteger(UInt32(speakerNames.count))
  }
}
