/// Statements in the second form: the turns of a verbatim record.
struct Turns {
  private let labels: [TurnLabel?]
  private let passages: [Passage?]
  private let document: Document
  private let capacity: NationalCapacity

  /// The turns of `document`; nil if it is no verbatim record: one of its first paragraphs, or three in all, must begin with
  /// a speaker's label.
  init?(_ document: Document, passages: [Passage?], reader: TurnLabelReader) {
    let labels = passages.map { passage in passage.flatMap { reader.label(of: $0) } }
    let texts = document.paragraphs.indices.filter { document.paragraphs[$0].kind == .prose }
    let isRecord = texts.prefix(3).contains { labels[$0] != nil } || labels.count { $0 != nil } >= 3
    guard isRecord else { return nil }
    self.document = document
    self.passages = passages
    // In a record a label that has lost its colon is still one.
    self.labels = zip(labels, passages).map { label, passage in
      label ?? passage.flatMap { reader.labelWithoutColon(of: $0) }
    }
    capacity = NationalCapacity(grammar: reader.grammar, persons: reader.persons, voices: reader.voices)
  }

  func statements() -> [Statement] {
    var statements: [Statement] = []
    var directions = StageDirections()
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let passage = passages[index] else { continue }
      let isDirection = directions.takes(passage)
      if let label = labels[index] {
        statements.append(opening(label, passage, paragraph: index))
        let start =
          label.words.upperBound < passage.words.count
          ? Int(passage.words[label.words.upperBound].start) : passage.utf8.count
        append(passage, paragraph: index, from: start, to: &statements)
      } else if !statements.isEmpty, !isDirection, paragraph.kind == .prose || paragraph.kind == .bullet {
        append(passage, paragraph: index, from: 0, to: &statements)
      }
    }
    return statements.filter { !$0.ranges.isEmpty }
  }

  private func opening(_ label: TurnLabel, _ passage: Passage, paragraph: Int) -> Statement {
    var bytes = passage.bytes(of: label.words)
    // The bracket behind the state's name belongs to the label, and is no word.
    if bytes.upperBound < passage.utf8.count, passage.utf8[bytes.upperBound] == UInt8(ascii: ")") {
      bytes = bytes.lowerBound..<bytes.upperBound + 1
    }
    let evidence = Evidence(
      words: String(decoding: passage.utf8[bytes], as: UTF8.self),
      place: TextRange(paragraph: paragraph, utf8: bytes))
    return Statement(
      voices: [label.voice], mode: .turn, rule: .turnLabel, evidence: evidence, ranges: [])
  }

  /// Adds a paragraph, or what stands behind its label, to the last turn, and begins another where a president starts or ends
  /// to speak for a state.
  private func append(_ passage: Passage, paragraph: Int, from start: Int, to statements: inout [Statement]) {
    var start = start
    let last = statements[statements.count - 1]
    if let beginning = capacity.beginning(in: passage), beginning.offset >= start, isPresiding(last) {
      add(paragraph, start..<beginning.offset, passage, to: &statements)
      var turn = last
      turn.voices = [beginning.voice]
      turn.ranges = []
      statements.append(turn)
      start = beginning.offset
    } else if let end = capacity.end(in: passage), end >= start,
      let opening = statements.last(where: isPresiding),
      opening.evidence == last.evidence, !isPresiding(last)
    {
      add(paragraph, start..<end, passage, to: &statements)
      var turn = opening
      turn.ranges = []
      statements.append(turn)
      start = end
    }
    add(paragraph, start..<passage.utf8.count, passage, to: &statements)
  }

  private func add(
    _ paragraph: Int, _ bytes: Range<Int>, _ passage: Passage, to statements: inout [Statement]
  ) {
    var end = bytes.upperBound
    while end > bytes.lowerBound, passage.utf8[end - 1] == 0x20 { end -= 1 }
    guard end > bytes.lowerBound else { return }
    statements[statements.count - 1].ranges.append(
      TextRange(paragraph: paragraph, utf8: bytes.lowerBound..<end))
  }

  private func isPresiding(_ statement: Statement) -> Bool {
    statement.voices.first.map { Presidency.offices.contains($0.speakers[0]) } ?? false
  }
}
