/// A line of Unicode's SentenceBreakTest.
struct SentenceBreakSample {
  var line: Substring
  /// The sentences, as scalars.
  var sentences: [[UInt32]]

  var text: [UInt8] { Self.utf8(of: sentences.flatMap { $0 }) }

  static func all() throws -> [SentenceBreakSample] {
    try SharedData.lines(of: SharedData.sentenceBreakTest).compactMap { line in
      let sample = line.prefix { $0 != "#" }
      guard sample.contains("÷") else { return nil }
      let sentences = sample.split(separator: "÷").map { sentence in
        sentence.split { $0 == "×" || $0.isWhitespace }.compactMap { UInt32($0, radix: 16) }
      }
      return SentenceBreakSample(line: sample, sentences: sentences.filter { !$0.isEmpty })
    }
  }

  static func utf8(of scalars: [UInt32]) -> [UInt8] {
    scalars.flatMap { Array(String(Character(Unicode.Scalar($0) ?? "\u{FFFD}")).utf8) }
  }
}
