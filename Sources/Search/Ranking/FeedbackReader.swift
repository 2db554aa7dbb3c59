internal import Postings
internal import Query
internal import Segment
internal import Text

/// Reads the words of a unit for the ``RelevanceModel``, by analyzing its text as the index did.
struct FeedbackReader {
  /// Bytes of a unit's text that are read; what a longer one is about, its beginning says.
  static let mostBytes = 1 << 16

  private let level: Level
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  private var stems: [[UInt8]: [UInt8]] = [:]

  init(_ level: Level) { self.level = level }

  /// The words of the unit that `entry` names.
  mutating func unit(
    _ entry: TopHits.Entry, in reader: SegmentReader
  ) throws(SegmentError) -> RelevanceModel.Unit {
    var unit = RelevanceModel.Unit(score: entry.score)
    var byteCount = 0
    let index = Int(entry.unit)
    switch level {
    case .paragraph: try add(paragraph: index, nil, of: reader, to: &unit, &byteCount)
    case .document:
      for paragraph in try reader.documentRecord(at: index).units where byteCount < Self.mostBytes {
        try add(paragraph: paragraph, nil, of: reader, to: &unit, &byteCount)
      }
    case .statement:
      for range in try reader.statement(at: index).ranges where byteCount < Self.mostBytes {
        let tokens = try reader.tokenRange(at: range)
        try add(paragraph: tokens.unit, tokens.positions, of: reader, to: &unit, &byteCount)
      }
    }
    return unit
  }

  /// Adds the words of a paragraph, or those of them at `positions`.
  private mutating func add(
    paragraph: Int, _ positions: Range<UInt32>?, of reader: SegmentReader, to unit: inout RelevanceModel.Unit,
    _ byteCount: inout Int
  ) throws(SegmentError) {
    // Where that cuts a character, the analyzer reads a word's end.
    let text = try reader.unit(at: paragraph).text.prefix(Self.mostBytes - byteCount)
    byteCount += text.count
    analyzer.analyze(text.span, into: &buffer)
    for token in buffer.tokens where token.kind == .word {
      if let positions, !positions.contains(UInt32(token.position)) { continue }
      unit.wordCount += 1
      let term = buffer.term(of: token)
      guard term.count > 1, !StopWords.contains(Array(term)) else { continue }
      unit.frequencies[stem(of: term), default: 0] += 1
    }
  }

  private mutating func stem(of term: ArraySlice<UInt8>) -> [UInt8] {
    let term = Array(term)
    if let stem = stems[term] { return stem }
    let stem = Analyzer.stem(of: term[...])
    stems[term] = stem
    return stem
  }
}
