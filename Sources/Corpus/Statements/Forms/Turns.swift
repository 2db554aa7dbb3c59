/// Statements in the second form: the turns of a verbatim record.
struct Turns {
  private let labels: [TurnLabel?]
  private let passages: [Passage?]
  private let document: Document

  /// The turns of `document`; nil if it is no verbatim record: one of its first paragraphs, or three in all, must begin with
  /// a speaker's label.
  init?(_ document: Document, passages: [Passage?], reader: TurnLabelReader) {
    self.document = document
    self.passages = passages
    let labels = passages.map { passage in passage.flatMap { reader.label(of: $0) } }
    let texts = document.paragraphs.indices.filter { document.paragraphs[$0].kind == .prose }
    let isRecord = texts.prefix(3).contains { labels[$0] != nil } || labels.count { $0 != nil } >= 3
    guard isRecord else { return nil }
    self.labels = labels
  }

  func statements() -> [Statement] {
    var statements: [Statement] = []
    var isOpen = false
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let passage = passages[index] else { continue }
      if let label = labels[index] {
        isOpen = true
        statements.append(opening(label, passage, paragraph: index))
      } else if isOpen, paragraph.kind == .prose || paragraph.kind == .bullet {
        if StageDirection.opens(passage) { continue }
        statements[statements.count - 1].ranges.append(
          TextRange(paragraph: index, utf8: 0..<paragraph.utf8.count))
      }
    }
    return statements.filter { !$0.ranges.isEmpty }
  }

  private func opening(_ label: TurnLabel, _ passage: Passage, paragraph: Int) -> Statement {
    let evidence = label.words
    let place = TextRange(paragraph: paragraph, utf8: passage.bytes(of: evidence))
    var statement = Statement(
      voices: [label.voice], mode: .turn, rule: .turnLabel,
      evidence: Evidence(words: passage.text(of: evidence), place: place), ranges: [])
    if evidence.upperBound < passage.words.count {
      let start = Int(passage.words[evidence.upperBound].start)
      statement.ranges.append(TextRange(paragraph: paragraph, utf8: start..<passage.utf8.count))
    }
    return statement
  }
}
