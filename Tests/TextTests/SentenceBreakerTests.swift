import TestSupport
import Testing
import Text

@Suite("Sentences of policy documents")
struct SentenceBreakerTests {
  private static let seeds: Range<UInt64> = 0..<20

  /// Expects that `holds` of random texts, and stops at the first of which it does not.
  private func forRandomTexts(_ seed: UInt64, _ holds: ([UInt8], inout SeededGenerator) -> Bool) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = SentencePieces.randomText(&generator)
      guard holds(text, &generator) else {
        Issue.record("\(text) \(String(decoding: text, as: UTF8.self))")
        return
      }
    }
  }

  @Test("Ranges abut and cover everything, whatever the bytes", arguments: seeds)
  func ranges(seed: UInt64) {
    forRandomTexts(seed) { text, _ in
      let sentences = SentenceBreaker().sentences(in: text)
      let starts = [0] + sentences.map(\.upperBound)
      return sentences.allSatisfy { !$0.isEmpty } && starts.last == text.count
        && sentences.map(\.lowerBound) == starts.dropLast()
    }
  }

  @Test("White space stands at no sentence's start but the first", arguments: seeds)
  func whiteSpace(seed: UInt64) {
    forRandomTexts(seed) { text, _ in
      SentenceBreaker().sentences(in: text).dropFirst().allSatisfy { sentence in
        let first = SentenceBreakClass(of: SentencePieces.decoded(Array(text[sentence]))[0].value)
        return first != .space && !first.isParagraphSeparator
      }
    }
  }

  @Test("No sentence goes on behind a paragraph's end", arguments: seeds)
  func separators(seed: UInt64) {
    forRandomTexts(seed) { text, _ in
      SentenceBreaker().sentences(in: text).allSatisfy { sentence in
        let classes = SentencePieces.decoded(Array(text[sentence])).map { SentenceBreakClass(of: $0.value) }
        let isWhite = { (value: SentenceBreakClass) in
          value == .space || value.isParagraphSeparator || value.isIgnorable
        }
        let trimmed = classes.drop(while: isWhite).reversed().drop(while: isWhite)
        return !trimmed.contains(where: \.isParagraphSeparator)
      }
    }
  }

  @Test("Something is said in every sentence of a paragraph of two", arguments: seeds)
  func words(seed: UInt64) {
    forRandomTexts(seed) { text, _ in
      let sentences = SentenceBreaker().sentences(in: text)
      let classes = sentences.map { sentence in
        SentencePieces.decoded(Array(text[sentence])).map { SentenceBreakClass(of: $0.value) }
      }
      let isOneParagraph = !classes.contains { $0.contains(where: \.isParagraphSeparator) }
      return !isOneParagraph || sentences.count < 2
        || classes.allSatisfy { $0.contains { $0.isLetter || $0 == .numeric } }
    }
  }

  @Test("A paragraph's sentences do not depend on the paragraphs around it", arguments: seeds)
  func paragraphs(seed: UInt64) {
    forRandomTexts(seed) { text, generator in
      // White space at a paragraph's start would belong to the sentence before it.
      let first = Array("First".utf8) + text + [0x0A]
      let second = Array("Second".utf8) + SentencePieces.randomText(&generator)
      let expected =
        SentenceBreaker().sentences(in: first)
        + SentenceBreaker().sentences(in: second).map {
          $0.lowerBound + first.count..<$0.upperBound + first.count
        }
      return SentenceBreaker().sentences(in: first + second) == expected
    }
  }

  @Test("A sentence by itself is one sentence", arguments: seeds)
  func singleSentences(seed: UInt64) {
    forRandomTexts(seed) { text, _ in
      SentenceBreaker().sentences(in: text).allSatisfy { sentence in
        SentenceBreaker().sentences(in: Array(text[sentence])) == [0..<sentence.count]
      }
    }
  }

  @Test("Nothing has no sentences")
  func empty() { #expect(SentenceBreaker().sentences(in: []) == []) }

  @Test("The fingerprint names the rules, Unicode and its tables")
  func fingerprint() {
    let fingerprint = SentenceBreaker.fingerprint
    #expect(fingerprint.hasPrefix("sentences-1 sentence-tables-"))
    #expect(fingerprint != Analyzer.fingerprint)
  }

  @Test(
    "Unicode's SentenceBreakTest, but for white space and where nothing is said",
    .enabled(if: SharedData.has(SharedData.sentenceBreakTest), "no shared data"))
  func deviations() throws {
    var deviations: [Deviation: Int] = [:]
    for sample in try SentenceBreakSample.all() {
      var ends: [Int] = []
      for sentence in sample.sentences {
        ends.append((ends.last ?? 0) + SentenceBreakSample.utf8(of: sentence).count)
      }
      let found = SentenceBreaker().sentences(in: sample.text).map(\.upperBound)
      guard found != ends else { continue }
      let deviation = try #require(Deviation(of: sample), "\(sample.line)")
      deviations[deviation, default: 0] += 1
      #expect(Set(found).isSubset(of: ends), "\(sample.line)")
    }
    #expect(deviations == [.whiteSpace: 90, .nothingSaid: 16])
  }

  /// A rule of ours that leaves out boundaries of the lines in Unicode's test.
  private enum Deviation {
    /// A line break at the text's start, and white space behind a line break, are no sentences.
    case whiteSpace
    /// What holds no letter and no digit is none.
    case nothingSaid

    init?(of sample: SentenceBreakSample) {
      let classes = sample.sentences.map { $0.map(SentenceBreakClass.init(of:)) }
      if classes.contains(where: {
        $0.allSatisfy { $0 == .space || $0.isParagraphSeparator || $0.isIgnorable }
      }) {
        self = .whiteSpace
      } else if classes.contains(where: { !$0.contains { $0.isLetter || $0 == .numeric } }) {
        self = .nothingSaid
      } else {
        return nil
      }
    }
  }
}

/// Expects the sentences that `|` parts in `sample`.
func expectSentences(_ sample: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let expected = sample.split(separator: "|").map(String.init)
  let text = Array(sample.utf8.filter { $0 != UInt8(ascii: "|") })
  let found = SentenceBreaker().sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) }
  #expect(found == expected, sourceLocation: sourceLocation)
}
