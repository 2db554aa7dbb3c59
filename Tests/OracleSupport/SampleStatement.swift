import Query

/// A statement that stands in a sample because it was put there: nobody looked for it.
struct SampleStatement {
  /// A run of words of one paragraph.
  struct Span: Hashable {
    /// Index into the document's paragraphs.
    var paragraph: Int
    var positions: Range<Int>
  }

  /// Empty if none of them is named.
  var speakers: [SampleSpeaker]
  var mode: StatementMode
  /// The name of the rule that has to find it.
  var rule: String
  /// What names them, as it stands in the text; nil if that says it elsewhere.
  var evidence: String?
  var spans: [Span]
}

extension SampleCorpus {
  /// Whether every document can be taken for what its form says.
  var isWellFormed: Bool {
    documents.allSatisfy { document in
      let prose = document.paragraphs.filter { !$0.isHeading }
      return document.form != .record || prose.isEmpty
        || prose.prefix(3).contains { $0.parts[0].opening.isLabel }
    }
  }
}

extension SampleCorpus.Document {
  /// What is said in the document, in the order of its first words.
  var statements: [SampleStatement] {
    switch form {
    case .speech(let speakers): speech(by: speakers)
    case .record: turns
    case .report: reports
    }
  }

  private func speech(by speakers: [SampleSpeaker]) -> [SampleStatement] {
    let spans = paragraphs.indices.filter { !paragraphs[$0].isHeading }.map {
      SampleStatement.Span(paragraph: $0, positions: 0..<paragraphs[$0].wordCount)
    }
    if spans.isEmpty { return [] }
    return [SampleStatement(speakers: speakers, mode: .speech, rule: "whole-speech", spans: spans)]
  }

  /// A turn reaches to the next one's label, which is nobody's.
  private var turns: [SampleStatement] {
    var turns: [SampleStatement] = []
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isHeading {
      var start = 0
      if case .label(let speaker) = paragraph.parts[0].opening {
        start = speaker.words.count
        turns.append(
          SampleStatement(
            speakers: [speaker], mode: .turn, rule: "turn-label",
            evidence: paragraph.parts[0].opening.evidence, spans: []))
      }
      guard !turns.isEmpty else { continue }
      turns[turns.count - 1].spans.append(
        SampleStatement.Span(paragraph: index, positions: start..<paragraph.wordCount))
    }
    return turns
  }

  /// A sentence each, but what the same speakers say in sentences that follow each other is one.
  private var reports: [SampleStatement] {
    var reports: [SampleStatement] = []
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isHeading {
      var last: [SampleSpeaker] = []
      var end = 0
      for part in paragraph.parts {
        let start = end
        end += part.allPlaces(isFollowed: false).reduce(0) { $0 + $1.lexeme.words.count }
        guard case .said(let speakers, _) = part.opening else {
          last = []
          continue
        }
        if !speakers.isEmpty, speakers == last {
          let first = reports[reports.count - 1].spans[0].positions.lowerBound
          reports[reports.count - 1].spans[0].positions = first..<end
        } else {
          reports.append(
            SampleStatement(
              speakers: speakers, mode: .reported, rule: "subject", evidence: part.opening.evidence,
              spans: [SampleStatement.Span(paragraph: index, positions: start..<end)]))
        }
        last = speakers
      }
    }
    return reports
  }
}
