internal import Text

/// What of a paragraph's text is a statement's, so that nobody is quoted with the words of others that stand beside theirs.
struct StatementRanges {
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  /// The words at `spans`, each run with the marks around it that are its own, as ranges of bytes; nil where they are all that the text has.
  ///
  /// What stands before the first word and behind the last is theirs. Between words of two who speak, the second's begins with the first
  /// mark that opens something, else with its word; a dash between them is nobody's.
  ///
  /// - Parameters:
  ///   - spans: Positions of words, ascending and apart; those that the text has not are passed over.
  ///   - text: UTF-8.
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func ranges(of spans: [Range<UInt32>], in text: [UInt8]) -> [Range<Int>]? {
    analyzer.analyze(text.span, into: &buffer)
    let words = buffer.tokens.filter { $0.kind == .word }
    /// Neighbours as one.
    var runs: [Range<Int>] = []
    for span in spans where span.lowerBound < words.count {
      let span = Int(span.lowerBound)..<min(Int(span.upperBound), words.count)
      if let last = runs.last, last.upperBound == span.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<span.upperBound
      } else {
        runs.append(span)
      }
    }
    if runs.isEmpty || runs == [words.indices] { return nil }
    func boundary(before word: Int) -> Int {
      if word == 0 { return 0 }
      if word == words.count { return text.count }
      return Self.boundary(in: Int(words[word - 1].end)..<Int(words[word].start), of: text)
    }
    return runs.map {
      Self.trimmed(boundary(before: $0.lowerBound)..<boundary(before: $0.upperBound), in: text)
    }
  }

  /// Where in the marks between two words the second's begin.
  private static func boundary(in gap: Range<Int>, of text: [UInt8]) -> Int {
    var offset = gap.lowerBound
    var isBehindSpace = false
    for scalar in String(decoding: text[gap], as: UTF8.self).unicodeScalars {
      // What is no UTF-8, as a damaged file may have, is read as scalars of other widths.
      if isBehindSpace, opens(scalar) { return min(offset, gap.upperBound) }
      isBehindSpace = scalar.properties.isWhitespace
      offset += UTF8.width(scalar)
    }
    return gap.upperBound
  }

  /// Whether a mark with a space before it begins what follows.
  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: scalar == "\"" || scalar == "'"
    }
  }

  /// Without the spaces at both ends, and a dash that stands by itself at the second.
  private static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let scalars = Array(String(decoding: text[range], as: UTF8.self).unicodeScalars)
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    var end = scalars.count
    while end > start {
      let last = scalars[end - 1].properties
      let isLoneDash =
        last.generalCategory == .dashPunctuation && end - 1 > start
        && scalars[end - 2].properties.isWhitespace
      guard last.isWhitespace || isLoneDash else { break }
      end -= 1
    }
    func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + UTF8.width($1) } }
    return range.lowerBound + width(scalars[..<start])..<range.upperBound - width(scalars[end...])
  }
}
