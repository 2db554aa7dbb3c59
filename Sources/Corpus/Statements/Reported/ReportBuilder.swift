/// Puts the spans of a paragraph's sentences together: runs of one speaker become one report, an open quotation carries a report
/// on into the sentences it takes.
struct ReportBuilder {
  let passage: Passage
  let quotes: QuotedWords
  private(set) var reports: [Report] = []
  /// The word up to which the last report's quotation goes on.
  private var quotedUntil = 0

  /// Whether the paragraph is one speaker's to its end.
  var isOwned: Bool { reports.last?.attribution.reach == .paragraph }

  init(passage: Passage, quotes: QuotedWords) {
    self.passage = passage
    self.quotes = quotes
  }

  mutating func append(_ spans: [Extents.Span], ofSentence index: Int) {
    let sentence = passage.sentences[index].words
    if sentence.lowerBound < quotedUntil, let last = reports.indices.last {
      let end = min(sentence.upperBound, spans.first?.words.lowerBound ?? sentence.upperBound)
      if end > sentence.lowerBound {
        reports[last].utf8 = reports[last].utf8.lowerBound..<byteEnd(end, ofSentence: index)
      }
    } else if spans.isEmpty, let last = reports.last, isOwned {
      reports[reports.count - 1].utf8 = last.utf8.lowerBound..<byteEnd(sentence.upperBound, ofSentence: index)
    }
    for span in spans { append(span, ofSentence: index) }
    if !spans.isEmpty, let quotation = quotes.quotation(across: sentence.upperBound) {
      quotedUntil = quotation.upperBound
    }
  }

  private mutating func append(_ span: Extents.Span, ofSentence index: Int) {
    let sentence = passage.sentences[index].words
    let start =
      span.words.lowerBound == sentence.lowerBound
      ? passage.sentences[index].utf8.lowerBound : Int(passage.words[span.words.lowerBound].start)
    let utf8 = start..<byteEnd(span.words.upperBound, ofSentence: index)
    if let last = reports.last, !last.attribution.voices.isEmpty,
      last.attribution.voices == span.attribution.voices,
      isNothing(between: last.utf8.upperBound, and: start)
    {
      reports[reports.count - 1].utf8 = last.utf8.lowerBound..<utf8.upperBound
    } else {
      reports.append(Report(attribution: span.attribution, utf8: utf8))
    }
  }

  /// The byte behind the words before `word`, white space left out.
  private func byteEnd(_ word: Int, ofSentence index: Int) -> Int {
    let sentence = passage.sentences[index].words
    var end =
      word < sentence.upperBound ? Int(passage.words[word].start) : passage.sentences[index].utf8.upperBound
    while end > 0, passage.utf8[end - 1] == 0x20 { end -= 1 }
    return end
  }

  private func isNothing(between first: Int, and second: Int) -> Bool {
    first <= second && passage.utf8[first..<second].allSatisfy { $0 == 0x20 }
  }
}
