import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// The terms that a pattern stands for are those that a look at every term finds.
struct ExpansionTests {
  /// An index of `documents`, a segment or more.
  private func segments(
    of documents: [String], segmentByteCount: Int? = nil
  ) throws -> (segments: [OpenSegment], folder: TemporaryFolder) {
    let folder = try TemporaryFolder(inMemory: true)
    for (number, text) in documents.enumerated() { try folder.write(text, to: "corpus/\(number).md") }
    var builder = IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index")
    if let segmentByteCount {
      builder = IndexBuilder(
        corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index", threadCount: 1,
        segmentByteCount: segmentByteCount, groupByteCount: segmentByteCount / 2)
    }
    _ = try builder.build()
    return (try Snapshot(openingIndexAt: folder.path + "/index").segments, folder)
  }

  private func words(_ expansion: Expansion) -> [String] {
    expansion.terms.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func theMostFrequentComeFirstAndAreKept() throws {
    let (segments, folder) = try segments(of: ["veto vetoed\n\nveto vetoes\n\nvetoed veto\n\nvet\n"])
    defer { withExtendedLifetime(folder) {} }
    let all = try Expansion.of(.prefix(Array("vet".utf8)), in: segments, SearchOptions())
    #expect(words(all) == ["veto", "vetoed", "vet", "vetoes"])
    #expect(!all.isCut && all.totalCount == 4)
    let cut = try Expansion.of(.prefix(Array("vet".utf8)), in: segments, limit: 3, SearchOptions())
    #expect(words(cut) == ["veto", "vetoed", "vet"])
    #expect(cut.isCut && cut.totalCount == 4)
    // In order of their bytes: vet, veto, vetoed.
    #expect(cut.entries[0].map(\.list.documentFrequency) == [1, 3, 2])
  }

  @Test(
    arguments: [
      ([], 10, []), ([3], 10, [3]), ([30], 10, [10]), ([5, 5], 10, [5, 5]), ([2, 30], 10, [2, 8]),
      ([30, 2], 10, [8, 2]), ([30, 30, 30], 10, [3, 3, 4]), ([30, 1, 4, 30], 10, [3, 1, 3, 3]),
      ([0, 0, 30], 10, [0, 0, 10]), ([4, 4, 4], 10, [3, 3, 4]),
    ] as [([Int], Int, [Int])])
  func patternsShareOneLimit(needs: [Int], limit: Int, shares: [Int]) {
    #expect(ExpansionShares.shares(of: needs, limit: limit) == shares)
  }

  /// Whoever asks for two patterns of a thousand words each has the most frequent half of both, and is told.
  @Test func theLimitIsThatOfTheQuery() throws {
    func words(_ letter: String) -> [String] { (0..<800).map { "\(letter)x\($0)" } }
    let text = (words("a") + words("b")).joined(separator: " ") + "\n\nax7 bx7 cx1 cx2\n"
    let folder = try TemporaryFolder(inMemory: true)
    try folder.write(text, to: "corpus/a.md")
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    let snapshot = try Snapshot(openingIndexAt: folder.path + "/index")
    func cut(_ text: String) throws -> [CutPattern] {
      try snapshot.cutPatterns(in: try #require(try QueryParser().parse(text).query))
    }
    #expect(try cut("ax*").isEmpty && cut("ax* OR cx*").isEmpty)
    #expect(
      try cut("ax* OR bx*")
        == [
          CutPattern(text: "ax*", termCount: 800, keptCount: 512),
          CutPattern(text: "bx*", termCount: 800, keptCount: 512),
        ])
    #expect(
      try cut("ax* cx* -bx*")
        == [
          CutPattern(text: "ax*", termCount: 800, keptCount: 511),
          CutPattern(text: "bx*", termCount: 800, keptCount: 511),
        ])
    // A pattern has another group of words for its score where it has a smaller share.
    let query = try #require(try QueryParser().parse("ax* OR bx*").query)
    let hits = try snapshot.search(query).hits
    #expect(hits.map(\.id) == ["a#p1", "a#p2"] || hits.map(\.id) == ["a#p2", "a#p1"])
    #expect(hits.first { $0.id == "a#p1" }?.highlights.count == 1_024)
    for hit in hits {
      guard case .explained(let explanation) = try snapshot.explain(hit.id, query, SearchOptions()) else {
        Issue.record("\(hit.id) is not known")
        return
      }
      #expect(explanation.score == hit.score)
    }
  }

  @Test func capitalsAreNoExpansionsAndCompoundsAreThoseOfPrefixes() throws {
    let (segments, folder) = try segments(of: ["The US and the focal-point and A/67/929.\n"])
    defer { withExtendedLifetime(folder) {} }
    #expect(try words(Expansion.of(.prefix([]), in: segments, SearchOptions())).contains("us"))
    #expect(try !words(Expansion.of(.prefix([]), in: segments, SearchOptions())).contains("US"))
    #expect(try words(Expansion.of(.prefix(Array("U".utf8)), in: segments, SearchOptions())).isEmpty)
    #expect(
      try words(Expansion.of(.prefix(Array("focal".utf8)), in: segments, SearchOptions())) == [
        "focal", "focal-point",
      ])
    #expect(
      try words(Expansion.of(.prefix(Array("a/67".utf8)), in: segments, SearchOptions())) == ["a/67/929"])
    #expect(
      try words(Expansion.of(.fuzzy(Array("focalpoint".utf8), edits: 2), in: segments, SearchOptions()))
        .isEmpty)
    #expect(
      try words(Expansion.of(.fuzzy(Array("us".utf8), edits: 1), in: segments, SearchOptions())) == ["us"])
  }

  @Test func anIndexOfNothingHasNoTerms() throws {
    let (segments, folder) = try segments(of: [""])
    defer { withExtendedLifetime(folder) {} }
    for pattern in [TermPattern.prefix([]), .prefix([0x61]), .fuzzy([0x61], edits: 2), .fuzzy([], edits: 1)] {
      let expansion = try Expansion.of(pattern, in: segments, SearchOptions())
      #expect(expansion.terms.isEmpty && expansion.totalCount == 0 && !expansion.isCut)
    }
  }

  @Test(arguments: 0..<24)
  func everyExpansionIsThatOfAScan(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    // Two bytes, three (kana stand alone, so a letter of Georgian), four (Deseret), and those with a neighbour behind them.
    let letters = ["a", "b", "c", "б", "я", "ა", "ჰ", "𐐨", "𐑏"].shuffled(using: &random)
    let alphabet = Array(letters.prefix(Int.random(in: 1...4, using: &random)))
    func word(_ lengths: ClosedRange<Int>) -> String {
      (0..<Int.random(in: lengths, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
        .joined()
    }
    let documents = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...40, using: &random)).map { _ in word(1...7) }.joined(separator: " ") + "\n"
    }
    let (segments, folder) = try segments(of: documents, segmentByteCount: 100)
    defer { withExtendedLifetime(folder) {} }
    #expect(documents.count < 8 || segments.count > 1)
    let scan = try DictionaryScan(of: segments)
    for _ in 0..<40 {
      let limit = Bool.random(using: &random) ? ExpansionShares.limit : Int.random(in: 0...8, using: &random)
      let bytes = Array(word(0...9).utf8)
      for pattern in [.prefix(bytes), .fuzzy(bytes, edits: 1), .fuzzy(bytes, edits: 2)] as [TermPattern] {
        let expansion = try Expansion.of(pattern, in: segments, limit: limit, SearchOptions())
        let expected = scan.terms(for: pattern)
        #expect(expansion.terms == Array(expected.prefix(limit)), "\(pattern), seed \(seed)")
        #expect(expansion.totalCount == expected.count)
        #expect(expansion.isCut == (expected.count > limit))
        #expect(expansion.entries == scan.entries(of: expansion.terms), "\(pattern), seed \(seed)")
      }
    }
  }
}

/// The slow way: every term of every segment, each held to the pattern by itself.
private struct DictionaryScan {
  private var terms: [[(bytes: [UInt8], entry: DictionaryEntry)]] = []

  init(of segments: [OpenSegment]) throws {
    for segment in segments {
      let reader = segment.reader
      terms.append(
        try (0..<reader.termCount).map { (try reader.key(at: $0, in: .terms), try reader.term(at: $0)) })
    }
  }

  func terms(for pattern: TermPattern) -> [[UInt8]] {
    var frequencies: [[UInt8]: Int] = [:]
    for (bytes, entry) in terms.joined() where matches(bytes, pattern) {
      frequencies[bytes, default: 0] += entry.list.documentFrequency
    }
    return frequencies.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.map(\.key)
  }

  func entries(of kept: [[UInt8]]) -> [[DictionaryEntry]] {
    let kept = Set(kept)
    return terms.map { $0.filter { kept.contains($0.bytes) }.map(\.entry) }
  }

  private func matches(_ term: [UInt8], _ pattern: TermPattern) -> Bool {
    let text = String(decoding: term, as: UTF8.self)
    switch pattern {
    case .prefix(let prefix): return term.starts(with: prefix)
    case .fuzzy(let word, let edits):
      let word = String(decoding: word, as: UTF8.self)
      return Self.distance(Array(text.unicodeScalars), Array(word.unicodeScalars)) <= edits
    }
  }

  /// Levenshtein's distance by the table of Wagner and Fischer.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (line, scalar) in one.enumerated() {
      var next = [line + 1]
      for column in other.indices {
        next.append(
          min(row[column + 1] + 1, next[column] + 1, row[column] + (other[column] == scalar ? 0 : 1)))
      }
      row = next
    }
    return row[other.count]
  }
}
