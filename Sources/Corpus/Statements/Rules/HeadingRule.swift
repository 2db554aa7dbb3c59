/// Everything below a heading such as `Statement by France` is what France said.
enum HeadingRule {
  /// Adds a paragraph that stands below such a heading to the heading's statement.
  static func append(
    paragraph: Int, _ passage: Passage, _ voices: [Voice], heading: String, to statements: inout [Statement]
  ) {
    let range = TextRange(paragraph: paragraph, utf8: 0..<passage.utf8.count)
    if let last = statements.last, last.rule == .heading, last.evidence.words == heading,
      last.voices == voices
    {
      statements[statements.count - 1].ranges.append(range)
    } else {
      statements.append(
        Statement(
          voices: voices, mode: .reported, rule: .heading, evidence: Evidence(words: heading, place: nil),
          ranges: [range]))
    }
  }
}
