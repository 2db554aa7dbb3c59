internal import Postings

extension SegmentVerifier {
  /// Statements follow each other with their documents; their ranges are in corpus order, apart, and inside the words of units
  /// of their document; their lengths, and those of documents, are those that the ranges and lists make.
  func verifyStatements() throws(SegmentError) {
    typealias Record = SegmentFormat.StatementRecord
    let count = segment.statementCount
    let end = count * Record.byteCount
    try verifyOffsets(
      in: .statements, at: Record.speakersOffset, step: Record.byteCount, count: count,
      into: .statementSpeakers,
      as: UInt32.self)
    try verifyOffsets(
      in: .statements, at: Record.evidenceOffset, step: Record.byteCount, count: count, into: .evidence,
      as: UInt32.self)
    try verifyZeroes(in: .statements, end + Record.document..<end + Record.speakersOffset)
    try verifyZeroes(in: .statements, end + Record.mode..<end + Record.byteCount)
    var next = (range: 0, document: 0, unit: 0, position: UInt32(0))
    var wordCount = 0
    for index in 0..<count {
      let statement = try segment.statement(at: index)
      try verifyZeroes(
        in: .statements, index * Record.byteCount + Record.mode + 1..<(index + 1) * Record.byteCount)
      guard statement.ranges.lowerBound == next.range, statement.document >= next.document else {
        throw segment.corrupt(
          .statements, at: index * Record.byteCount, "statement \(index) does not follow the one before it")
      }
      next.range = statement.ranges.upperBound
      next.document = statement.document
      let units = try segment.documentRecord(at: statement.document).units
      var words = 0
      for number in statement.ranges {
        let range = try segment.tokenRange(at: number)
        let isBehind =
          range.unit > next.unit || (range.unit == next.unit && range.positions.lowerBound >= next.position)
        guard isBehind, range.statement == index, units.contains(range.unit),
          Int(range.positions.upperBound) <= wordCounts[range.unit]
        else {
          throw segment.corrupt(
            .ranges, at: number * SegmentFormat.RangeRecord.byteCount,
            "range \(number) is before another, of another statement, or outside of its paragraph's words")
        }
        next.unit = range.unit
        next.position = range.positions.upperBound
        words += range.positions.count
      }
      try verifyNorm(in: .statementNorms, at: index, of: words)
      _ = try segment.details(ofStatement: index)
      wordCount += words
    }
    guard next.range == segment.rangeCount, wordCount == segment.statementWordCount else {
      throw segment.corrupt(
        .ranges, at: 0,
        "\(wordCount) words in \(next.range) ranges of statements; expected \(segment.statementWordCount) in "
          + "\(segment.rangeCount)")
    }
    for index in 0..<segment.documentCount {
      try verifyNorm(in: .documentNorms, at: index, of: try segment.documentRecord(at: index).wordCount)
    }
    try verifySpeakers()
  }

  private func verifyNorm(
    in section: SegmentFormat.Section, at index: Int, of wordCount: Int
  ) throws(SegmentError) {
    let found = try segment.byte(in: section, at: index)
    guard found == Norm.encode(wordCount) else {
      throw segment.corrupt(
        section, at: index,
        "\(found) for number \(index), \(Norm.encode(wordCount)) is that of its \(wordCount) words")
    }
  }

  private func verifySpeakers() throws(SegmentError) {
    let width = SegmentFormat.SpeakerRecord.byteCount
    try verifyOffsets(
      in: .speakers, at: 0, step: width, count: segment.speakerCount, into: .speakerNames, as: UInt32.self)
    for index in 0..<segment.speakerCount {
      guard !(try segment.speaker(at: index).id.isEmpty) else {
        throw segment.corrupt(.speakers, at: index * width, "speaker \(index) has no id")
      }
    }
  }
}
