import TestSupport
import Testing
import Text

@Suite("Sentence boundaries of UAX #29")
struct SentenceBreakTests {
  @Test(
    "Every line of Unicode's SentenceBreakTest",
    .enabled(if: SharedData.has(SharedData.sentenceBreakTest), "no shared data"))
  func conformance() throws {
    var lineCount = 0
    for line in try SharedData.lines(of: SharedData.sentenceBreakTest) {
      let sample = line.prefix { $0 != "#" }
      guard sample.contains("÷") else { continue }
      lineCount += 1
      let expected = sample.split(separator: "÷").map { sentence in
        sentence.split { $0 == "×" || $0.isWhitespace }.compactMap { UInt32($0, radix: 16) }
      }.filter { !$0.isEmpty }
      let scalars = expected.flatMap { $0 }
      let lengths = expected.map { utf8(of: $0).count }
      #expect(plainSentences(in: utf8(of: scalars)).map(\.count) == lengths, "\(sample)")
      let reference = ReferenceSentences(of: scalars).sentences.map { Array(scalars[$0]) }
      #expect(reference == expected, "the reference, \(sample)")
    }
    #expect(lineCount > 500)
  }

  @Test("The same sentences as the reference for random texts", arguments: 0..<20 as Range<UInt64>)
  func matchesReference(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = SentencePieces.randomText(&generator)
      let scalars = SentencePieces.decoded(text)
      let expected = ReferenceSentences(of: scalars.map(\.value)).sentences.map { range in
        scalars[range.lowerBound].offset..<scalars[range.upperBound - 1].end
      }
      let found = plainSentences(in: text)
      if found != expected {
        Issue.record("\(text) \(String(decoding: text, as: UTF8.self)): found \(found), expected \(expected)")
        return
      }
    }
  }

  private func plainSentences(in text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = SentenceBoundaries().end(ofSentenceFrom: start, in: text.span)
      sentences.append(start..<end)
      start = end
    }
    return sentences
  }

  private func utf8(of scalars: [UInt32]) -> [UInt8] {
    scalars.flatMap { Array(String(Character(Unicode.Scalar($0) ?? "\u{FFFD}")).utf8) }
  }
}
