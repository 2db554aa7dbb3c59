import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// Places found for a window at once are those found paragraph by paragraph.
struct FoundPlacesTests {
  private static let paragraphCount = 3_000
  private static let words = ["often", "seldom", "rare"]

  /// Of each paragraph its words.
  private static func paragraphs(using generator: inout SeededGenerator) -> [[String]] {
    (0..<paragraphCount).map { _ in
      // Now and then more than a word of bits.
      let isLong = Int.random(in: 0..<20, using: &generator) == 0
      return (0..<Int.random(in: isLong ? 60...200 : 3...9, using: &generator)).map { _ in
        switch Int.random(in: 0..<1_000, using: &generator) {
        case 0: "rare"
        case 1..<40: "seldom"
        case 40..<500: "often"
        default: "other"
        }
      }
    }
  }

  private static func segment(of paragraphs: [[String]], in folder: TemporaryFolder) throws -> SegmentReader {
    let text = paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    try folder.write("---\ntitle: Words\n---\n\n" + text + "\n", to: "corpus/a.md")
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    return try #require(try IndexDirectory(path: folder.path + "/index").open().1.first)
  }

  /// Few paragraphs are looked up one by one, many by blocks; and windows may begin with the paragraph that the one before ended with.
  @Test func allAtOnceIsOneByOne() throws {
    var generator = SeededGenerator(seed: 1)
    let folder = try TemporaryFolder(inMemory: true)
    let paragraphs = Self.paragraphs(using: &generator)
    let segment = try Self.segment(of: paragraphs, in: folder)
    #expect(segment.unitCount == paragraphs.count)
    for sources in [["often"], ["seldom"], ["rare"], ["rare", "often"], ["often", "seldom", "rare"]] {
      for stepLimit in [1, 3, 40, 400] {
        // Another leaf beside it, which keeps to its own bits.
        var places = try FoundPlaces(
          try [["other"], sources].map { try Self.leaf($0, in: segment) }, of: segment)
        var first = 0
        while first < paragraphs.count {
          // From the last one on.
          var units = [first]
          while let last = units.last, units.count < 200 {
            let next = last + Int.random(in: 1...stepLimit, using: &generator)
            if next >= paragraphs.count { break }
            units.append(next)
          }
          let expected = units.map { unit in
            paragraphs[unit].indices.filter { sources.contains(paragraphs[unit][$0]) }
          }
          #expect(try Self.places(units, of: &places, in: segment) == expected)
          first = units.count > 1 ? units[units.count - 1] : paragraphs.count
        }
      }
    }
  }

  private static func leaf(_ words: [String], in segment: SegmentReader) throws -> [PlaceColumn.Source] {
    try words.map { .term(try #require(try segment.term(Array($0.utf8)))) }
  }

  private static func asked(_ units: [Int], in segment: SegmentReader) throws -> AskedParagraphs {
    var window = Window()
    window.reset(base: 0, end: DocID(segment.unitCount))
    for unit in units { window.add(DocID(unit)) }
    var asked = AskedParagraphs()
    try asked.replace(with: window, of: .paragraphs, in: segment)
    return asked
  }

  /// Of each unit where the second leaf is found.
  private static func places(
    _ units: [Int], of places: inout FoundPlaces, in segment: SegmentReader
  ) throws -> [[Int]] {
    let asked = try asked(units, in: segment)
    try places.find(in: asked)
    return asked.parts.map { part in
      places.intervals(of: 1, in: places.room(of: part, in: asked)).map { Int($0.start) }
    }
  }

  /// What bits tell of leaves is what the lists of their intervals tell, and only places between the ends of a piece count.
  @Test func bitsTellWhatListsTell() throws {
    var generator = SeededGenerator(seed: 3)
    let folder = try TemporaryFolder(inMemory: true)
    let paragraphs = Self.paragraphs(using: &generator)
    let segment = try Self.segment(of: paragraphs, in: folder)
    let phrase = try PhraseLists(
      try ["often", "other"].map { try #require(try segment.term(Array($0.utf8))) }, of: segment,
      usesPairs: false)
    var places = try FoundPlaces(
      [
        try Self.leaf(["often"], in: segment), try Self.leaf(["often", "seldom"], in: segment),
        try Self.leaf(["seldom"], in: segment), [.phrase(phrase)],
      ], of: segment)
    let asked = try Self.asked(Array(paragraphs.indices), in: segment)
    try places.find(in: asked)
    for part in asked.parts {
      var room = places.room(of: part, in: asked)
      let count = paragraphs[Int(asked.paragraphs[part.rank])].count
      let first = Bool.random(using: &generator) ? 0 : Int.random(in: 0..<count, using: &generator)
      let last = Bool.random(using: &generator) ? count : Int.random(in: first...count, using: &generator)
      room.positions = first..<last
      let lists = Self.lists(paragraphs[Int(asked.paragraphs[part.rank])], first..<last)
      #expect((0..<4).map { places.intervals(of: $0, in: room) } == lists)
      let starts = Set((0..<2).map { _ in UInt32.random(in: 1..<UInt32(count + 2), using: &generator) })
      let sentences = SentenceStarts(positions: starts.sorted())
      for _ in 0..<3 {
        let expression = Self.expression(using: &generator)
        let found = expression.intervals(FoundLeaves(lists), sentences).count
        for isCounted in [true, false] {
          guard let test = LeafTest(expression, isCounted: isCounted) else { continue }
          let told = test.count(places, in: room, sentences, isCounted: isCounted)
          #expect(told == (isCounted ? found : min(found, 1)), "\(expression) over \(lists), \(sentences)")
        }
      }
    }
  }

  /// Of each leaf where it stands in `words` between two ends.
  private static func lists(_ words: [String], _ range: Range<Int>) -> [[Interval]] {
    let leaves: [[String]] = [["often"], ["often", "seldom"], ["seldom"]]
    var lists = leaves.map { leaf in
      range.filter { leaf.contains(words[$0]) }.map { Interval(start: UInt32($0), end: UInt32($0) + 1) }
    }
    let phrases = range.filter { range.contains($0 + 1) && words[$0] == "often" && words[$0 + 1] == "other" }
    lists.append(phrases.map { Interval(start: UInt32($0), end: UInt32($0) + 2) })
    return lists
  }

  private static func expression(using generator: inout SeededGenerator) -> IntervalExpression {
    func leaf() -> Int { Int.random(in: 0..<4, using: &generator) }
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let count = Int.random(in: 2...4, using: &generator)
      return .ordered((0..<count).map { _ in leaf() }, slop: Int.random(in: 0...12, using: &generator))
    }
    let relation = [Proximity.Relation.near, .adjacent, .notNear].randomElement(using: &generator)!
    let reach = [Proximity.Reach.words(1), .words(5), .words(70), .sentence, .paragraph].randomElement(
      using: &generator)!
    return .near(Proximity(relation, reach), .leaf(leaf()), .leaf(leaf()))
  }

  /// Only these expressions are told by bits: of others more is asked than whether leaves are near.
  @Test func otherExpressionsAreToldByLists() {
    let near = IntervalExpression.near(Proximity(.near, .words(3)), .leaf(0), .leaf(1))
    #expect(LeafTest(near, isCounted: true) == nil)
    #expect(LeafTest(.near(Proximity(.near, .sentence), near, .leaf(1)), isCounted: false) == nil)
    #expect(LeafTest(.any([.leaf(0), .leaf(1)]), isCounted: false) == nil)
  }
}
