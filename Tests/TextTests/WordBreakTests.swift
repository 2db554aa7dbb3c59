import Testing
import Text

@Suite("Word boundaries of UAX #29")
struct WordBreakTests {
  @Test(
    "Every line of Unicode's WordBreakTest",
    .enabled(if: SharedData.has(SharedData.wordBreakTest), "no shared data"))
  func conformance() throws {
    var lineCount = 0
    for line in try SharedData.lines(of: SharedData.wordBreakTest) {
      let sample = line.prefix { $0 != "#" }
      guard sample.contains("÷") else { continue }
      lineCount += 1
      let expected = sample.split(separator: "÷").map { segment in
        segment.split { $0 == "×" || $0.isWhitespace }.compactMap { UInt32($0, radix: 16) }
      }.filter { !$0.isEmpty }
      #expect(segments(of: expected.flatMap { $0 }) == expected, "\(sample)")
      let scalars = expected.flatMap { $0 }
      let reference = ReferenceBoundaries(of: scalars).segments.map { Array(scalars[$0]) }
      #expect(reference == expected, "the reference, \(sample)")
    }
    #expect(lineCount > 1_800)
  }

  private func segments(of scalars: [UInt32]) -> [[UInt32]] {
    var text: [UInt8] = []
    for scalar in scalars { text += String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8 }
    var segments: [[UInt32]] = []
    var start = 0
    while start < text.count {
      let end = WordBoundaries().segment(from: start, in: text.span).end
      segments.append(String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.map(\.value))
      start = end
    }
    return segments
  }

  @Test("The classes of well-known scalars")
  func classes() {
    let expected: [(UInt32, WordBreakClass)] = [
      (0x0D, .carriageReturn), (0x0A, .lineFeed), (0x85, .newline), (0x300, .extend),
      (0x200D, .zeroWidthJoiner),
      (0xAD, .format), (0x41, .letter), (0x5D0, .hebrewLetter), (0x39, .numeric), (0x30A2, .katakana),
      (0x5F, .extendNumLet), (0x3A, .midLetter), (0x2C, .midNum), (0x2E, .midNumLet), (0x27, .singleQuote),
      (0x22, .doubleQuote), (0x1F1E6, .regionalIndicator), (0x20, .segmentSpace), (0x2D, .other),
      (0x10FFFF, .other), (0xE0101, .extend), (0xAC00, .letter), (0x1D7FF, .numeric),
    ]
    for (scalar, value) in expected {
      #expect(ScalarProperties(of: scalar).wordBreak == value, "U+\(String(scalar, radix: 16))")
    }
    #expect(Set(expected.map(\.1)).count == WordBreakClass.allCases.count)
  }

  @Test("Letters and digits make words; marks, emoji and superscripts do not")
  func wordScalars() {
    let scalars: [(UInt32, Bool)] = [
      (0x41, true), (0x39, true), (0xE9, true), (0x6F22, true), (0x2163, true), (0x301, false), (0xB2, false),
      (0x1F6D1, false), (0x5F, false), (0x02BC, false), (0x663, true),
    ]
    for (scalar, isWord) in scalars {
      #expect(ScalarProperties(of: scalar).isWordScalar == isWord, "U+\(String(scalar, radix: 16))")
    }
    #expect(ScalarProperties(of: 0x1F6D1).isPictographic)
    #expect(ScalarProperties(of: 0xC9).isCapital && !ScalarProperties(of: 0xE9).isCapital)
  }
}
