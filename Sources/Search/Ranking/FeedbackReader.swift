internal import Postings
internal import Query
internal import Segment
internal import Text

/// Reads the words of a unit for the ``RelevanceModel``, by analyzing its text as the index did.
struct FeedbackReader {
  private let level: Level
  private let mostBytes: Int
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  /// - Parameter mostBytes: Bytes of a unit's text that are read; what a longer one is about, its beginning says.
  init(_ level: Level, mostBytes: Int = 1 << 14) {
    self.level = level
    self.mostBytes = mostBytes
  }

  /// The words of the unit that `entry` names.
  mutating func unit(
    _ entry: TopHits.Entry, in reader: SegmentReader
  ) throws(SegmentError) -> RelevanceModel.Unit {
    var words = Words()
    let index = Int(entry.unit)
    switch level {
    case .paragraph: try add(paragraph: index, nil, of: reader, to: &words)
    case .document:
      for paragraph in try reader.documentRecord(at: index).units where words.byteCount < mostBytes {
        try add(paragraph: paragraph, nil, of: reader, to: &words)
      }
    case .statement:
      for range in try reader.statement(at: index).ranges where words.byteCount < mostBytes {
        let tokens = try reader.tokenRange(at: range)
        try add(paragraph: tokens.unit, tokens.positions, of: reader, to: &words)
      }
    }
    return words.unit(score: entry.score)
  }

  /// Adds the words of a paragraph, or those of them at `positions`.
  private mutating func add(
    paragraph: Int, _ positions: Range<UInt32>?, of reader: SegmentReader, to words: inout Words
  ) throws(SegmentError) {
    // Where that cuts a character, the analyzer reads a word's end.
    let text = try reader.unit(at: paragraph).text.prefix(mostBytes - words.byteCount)
    words.byteCount += text.count
    analyzer.analyze(text.span, into: &buffer)
    for token in buffer.tokens where token.kind == .word {
      if let positions, !positions.contains(UInt32(token.position)) { continue }
      words.count += 1
      words.frequencies[Array(buffer.term(of: token)), default: 0] += 1
    }
  }

  /// The words read so far.
  private struct Words {
    var byteCount = 0
    var count = 0
    /// By term: most stand more than once, and each is stemmed once.
    var frequencies: [[UInt8]: Int] = [:]

    func unit(score: Int) -> RelevanceModel.Unit {
      var unit = RelevanceModel.Unit(score: score)
      unit.wordCount = count
      for (term, frequency) in frequencies where term.count > 1 && !StopWords.contains(term) {
        unit.frequencies[Analyzer.stem(of: term[...]), default: 0] += frequency
      }
      return unit
    }
  }
}
