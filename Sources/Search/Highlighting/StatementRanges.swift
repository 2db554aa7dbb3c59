internal import Text

/// What of a paragraph's text is a statement's, so that nobody is quoted with the words of others that stand beside theirs.
struct StatementRanges {
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  /// The words at `spans`, each run with the marks that stand close to it, as ranges of bytes; nil where they are all that the text has.
  ///
  /// - Parameters:
  ///   - spans: Positions of words, ascending and apart.
  ///   - text: UTF-8.
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func ranges(of spans: [Range<UInt32>], in text: [UInt8]) -> [Range<Int>]? {
    analyzer.analyze(text.span, into: &buffer)
    let words = buffer.tokens.filter { $0.kind == .word }
    /// Neighbours as one.
    var runs: [Range<Int>] = []
    for span in spans {
      guard span.upperBound <= words.count else { continue }
      let span = Int(span.lowerBound)..<Int(span.upperBound)
      if let last = runs.last, last.upperBound == span.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<span.upperBound
      } else {
        runs.append(span)
      }
    }
    if runs.isEmpty || runs == [words.indices] { return nil }
    return runs.map { run in
      let before = run.lowerBound > 0 ? Int(words[run.lowerBound - 1].end) : 0
      let behind = run.upperBound < words.count ? Int(words[run.upperBound].start) : text.count
      var start = Int(words[run.lowerBound].start)
      var end = Int(words[run.upperBound - 1].end)
      while start > before, !Self.isSpace(text[start - 1]) { start -= 1 }
      while end < behind, !Self.isSpace(text[end]) { end += 1 }
      return start..<end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
