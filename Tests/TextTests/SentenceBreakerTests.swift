import TestSupport
import Testing
import Text

@Suite("Sentences of policy documents")
struct SentenceBreakerTests {
  @Test("Ranges abut and cover everything, whatever the bytes", arguments: 0..<20 as Range<UInt64>)
  func ranges(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = SentencePieces.randomText(&generator)
      let sentences = SentenceBreaker().sentences(in: text)
      #expect(sentences.allSatisfy { !$0.isEmpty })
      #expect(sentences.first?.lowerBound ?? 0 == 0 && sentences.last?.upperBound ?? 0 == text.count)
      #expect(zip(sentences, sentences.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
  }

  @Test(
    "Abbreviations end no sentence before what they belong to; | marks the boundaries",
    arguments: [
      "H.E. Mr. Ban K. Moon spoke. |He left.", "See No. 12 and para. 3. |No. |We do not.",
      "The U.N. Charter holds. |It left the U.N. |The Council met.", "12. The council met. |13. It left.",
      "“Why?” he asked. |We do not know.", "J. F. Kennedy spoke.|", "e.g. Rwanda, i.e. Kigali.|",
      "He said “Never again.” |They left.",
    ])
  func abbreviations(sample: String) {
    expectSentences(sample)
  }
}

/// Expects the sentences that `|` marks in `sample`.
func expectSentences(_ sample: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let expected = sample.split(separator: "|").map(String.init)
  let text = Array(sample.utf8.filter { $0 != UInt8(ascii: "|") })
  let found = SentenceBreaker().sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) }
  #expect(found == expected, sourceLocation: sourceLocation)
}
