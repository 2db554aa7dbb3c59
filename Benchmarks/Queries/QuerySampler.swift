import Segment
import Text

/// Makes queries of the words that stand in an index, for a collection without query files.
///
/// Always the same for the same index: paragraphs at even distances, and in each of them words at even distances.
struct QuerySampler {
  static let usualLimit = 100

  /// The most queries of a class.
  private let queryLimit: Int

  /// The words of each paragraph that queries are made of, in order.
  private let paragraphs: [[String]]

  init(_ segments: [SegmentReader]) throws {
    // Some paragraphs are too short, or give what another gave.
    self.init(paragraphs: try Self.paragraphs(of: segments, count: 4 * Self.usualLimit))
  }

  /// The words of so many paragraphs at even distances: each about as often as it stands in the collection.
  static func words(in segments: [SegmentReader], paragraphCount: Int = 5_000) throws -> [String] {
    try paragraphs(of: segments, count: paragraphCount).flatMap(\.self)
  }

  private static func paragraphs(of segments: [SegmentReader], count: Int) throws -> [[String]] {
    let unitCount = segments.reduce(0) { $0 + $1.unitCount }
    let wanted = min(unitCount, count)
    var paragraphs: [[String]] = []
    for index in 0..<wanted {
      var unit = index * unitCount / wanted
      var segment = 0
      while unit >= segments[segment].unitCount {
        unit -= segments[segment].unitCount
        segment += 1
      }
      paragraphs.append(Self.words(of: try segments[segment].unit(at: unit).text))
    }
    return paragraphs
  }

  init(paragraphs: [[String]], queryLimit: Int = usualLimit) {
    self.paragraphs = paragraphs
    self.queryLimit = queryLimit
  }

  private static func words(of text: [UInt8]) -> [String] {
    var buffer = TokenBuffer()
    Analyzer().analyze(text.span, into: &buffer)
    return buffer.tokens.filter { $0.kind == .word }.map {
      String(decoding: buffer.term(of: $0), as: UTF8.self)
    }
    .filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) } }
  }

  /// A class for each shape of query that can be made.
  var classes: [QueryClass] {
    get throws {
      var classes = [QueryClass(name: "term", queries: queries { Self.apart($0, 1, .or) })]
      for count in [2, 3] {
        classes.append(QueryClass(name: "and\(count)", queries: queries { Self.apart($0, count, .and) }))
      }
      for count in [2, 3, 5] {
        classes.append(QueryClass(name: "or\(count)", queries: queries { Self.apart($0, count, .or) }))
      }
      for count in [2, 3] {
        classes.append(QueryClass(name: "phrase\(count)", queries: queries { Self.run($0, count) }))
      }
      let filled = classes.filter { !$0.queries.isEmpty }
      if filled.isEmpty {
        throw BenchmarkError("the collection has no words to make queries of; name some with --queries")
      }
      return filled
    }
  }

  private func queries(_ make: ([String]) -> PeerQuery?) -> [PeerQuery] {
    var queries: [PeerQuery] = []
    for words in paragraphs where queries.count < queryLimit {
      if let query = make(words), !queries.contains(query) { queries.append(query) }
    }
    return queries
  }

  /// Different words of a paragraph, at even distances.
  private static func apart(_ words: [String], _ count: Int, _ join: PeerQuery.Join) -> PeerQuery? {
    var different: [String] = []
    for word in words where !different.contains(word) { different.append(word) }
    guard different.count > count else { return nil }
    return PeerQuery(join: join, clauses: (1...count).map { [different[$0 * different.count / (count + 1)]] })
  }

  /// Neighbours in the middle of a paragraph.
  private static func run(_ words: [String], _ count: Int) -> PeerQuery? {
    guard words.count > 2 * count else { return nil }
    return PeerQuery(join: .or, clauses: [Array(words[(words.count / 2)...].prefix(count))])
  }
}
