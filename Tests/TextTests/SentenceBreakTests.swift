import TestSupport
import Testing

@testable import Text

@Suite("Sentence boundaries of UAX #29")
struct SentenceBreakTests {
  @Test(
    "Every line of Unicode's SentenceBreakTest",
    .enabled(if: SharedData.has(SharedData.sentenceBreakTest), "no shared data"))
  func conformance() throws {
    let samples = try SentenceBreakSample.all()
    #expect(samples.count == 502)
    for sample in samples {
      let lengths = sample.sentences.map { SentenceBreakSample.utf8(of: $0).count }
      #expect(plainSentences(in: sample.text).map(\.count) == lengths, "\(sample.line)")
      let scalars = sample.sentences.flatMap { $0 }
      let reference = ReferenceSentences(of: scalars).sentences.map { Array(scalars[$0]) }
      #expect(reference == sample.sentences, "the reference, \(sample.line)")
    }
  }

  @Test(
    "The same sentences as the reference for random texts, tailored or not",
    arguments: 0..<20 as Range<UInt64>)
  func matchesReference(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let text = SentencePieces.randomText(&generator)
      let scalars = SentencePieces.decoded(text)
      let isTailored = round.isMultiple(of: 2)
      let expected = ReferenceSentences(of: scalars.map(\.value), isTailored: isTailored).sentences.map {
        range in
        scalars[range.lowerBound].offset..<scalars[range.upperBound - 1].end
      }
      let found = plainSentences(in: text, isTailored: isTailored)
      if found != expected {
        Issue.record("\(text) \(String(decoding: text, as: UTF8.self)): found \(found), expected \(expected)")
        return
      }
    }
  }

  @Test("The classes of well-known scalars")
  func classes() {
    let expected: [(UInt32, SentenceBreakClass)] = [
      (0x0D, .carriageReturn), (0x0A, .lineFeed), (0x2029, .separator), (0x301, .extend), (0xAD, .format),
      (0xA0, .space), (0xE9, .lower), (0xC9, .upper), (0x6F22, .otherLetter), (0x663, .numeric),
      (0x2E, .aTerm),
      (0x3F, .sTerm), (0x3002, .sTerm), (0x201D, .close), (0x28, .close), (0x2013, .sContinue),
      (0x3B, .other),
      (0x2026, .other), (0x10FFFF, .other), (0xE0101, .extend),
    ]
    for (scalar, value) in expected {
      #expect(SentenceBreakClass(of: scalar) == value, "U+\(String(scalar, radix: 16))")
    }
    #expect(Set(expected.map(\.1)).count == SentenceBreakClass.allCases.count)
  }

  @Test("A text's last scalar backwards is its last forwards", arguments: 0..<10 as Range<UInt64>)
  func decodingBackwards(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = SentencePieces.randomText(&generator)
      for scalar in SentencePieces.decoded(text) {
        let last = text.span.scalar(before: scalar.end)
        if last?.value != scalar.value || last?.byteCount != scalar.end - scalar.offset {
          Issue.record("\(text), \(scalar)")
          return
        }
      }
    }
    #expect([UInt8]().span.scalar(before: 0) == nil)
  }
}

/// The sentences of `text` by UAX #29 alone.
func plainSentences(in text: [UInt8], isTailored: Bool = false) -> [Range<Int>] {
  var sentences: [Range<Int>] = []
  var start = 0
  while start < text.count {
    let end = SentenceBoundaries(isTailored: isTailored).end(ofSentenceFrom: start, in: text.span)
    sentences.append(start..<end)
    start = end
  }
  return sentences
}
