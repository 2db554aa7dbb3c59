import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// An account says what a search did: of each shape of query what found the best units, what counted, and which lists were read.
@Suite struct PlanAccountTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  /// Frequent words, so that lists have leaders, take every form, and pairs have lists of their own.
  private func snapshot() throws -> Snapshot {
    let paragraphs = (0..<6000).map { number in
      var words = ["alpha", number % 2 == 0 ? "beta" : "gamma", "unit\(number % 50)"]
      if number % 3 == 0 { words += ["security", "council"] }
      if number % 10 == 0 { words += ["tenth"] }
      if number % 30 == 0 { words += ["seldom", "vetoes"] }
      if number % 301 == 0 { words += ["veto", "responsibility", "to", "protect"] }
      return "- " + words.joined(separator: " ") + "!"
    }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    try corpus.write("Mr. Araud (France): The veto is not ours.", to: "b.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private func account(
    _ text: String, _ snapshot: Snapshot, _ change: (inout SearchOptions) -> Void = { _ in }
  ) throws -> AnswerAccount {
    var options = SearchOptions()
    change(&options)
    let query = try #require(try QueryParser().parse(text).query)
    let account = try snapshot.account(of: query, options)
    #expect(account.total == (try snapshot.search(query, options).total), "\(text)")
    return account
  }

  @Test func everyShapeSaysWhatIsDone() throws {
    let snapshot = try snapshot()
    for (text, best, count) in [
      ("=alpha", SegmentAnswer.Best.leaders, SegmentAnswer.Count.listLength),
      ("=seldom", .list, .listLength), ("=alpha OR =beta", .maxScore, .bits),
      ("=alpha =beta", .conjunction, .bits), ("=tenth =responsibility", .conjunction, .asking),
      ("\"security council\"", .leaders, .listLength),
      ("\"responsibility to protect\"", .conjunction, .whileFinding), ("absent", .nothing, .nothing),
      ("=alpha absent", .nothing, .nothing),
    ] {
      let account = try account(text, snapshot)
      #expect(account.segments == [SegmentAnswer(best: best, count: count)], "\(text)")
      #expect(account.everyMatch == nil)
    }
    for text in [
      "alpha NOT beta", "seldom NEAR/2 vetoes", "vet*", "speaker:France veto", "alpha (beta OR gamma)",
      "alpha year:2013",
    ] {
      let account = try account(text, snapshot)
      #expect(account.everyMatch == .shape, "\(text)")
      #expect(account.segments == [SegmentAnswer(best: .everyMatch, count: .whileFinding)], "\(text)")
    }
  }

  @Test func whatIsAskedBesidesSaysWhyEveryMatchIsScored() throws {
    let snapshot = try snapshot()
    #expect(try account("veto", snapshot) { $0.sort = .dateAscending }.everyMatch == .order)
    #expect(try account("veto", snapshot) { $0.level = .statement }.everyMatch == .level)
    #expect(try account("veto", snapshot) { $0.techniques = [] }.everyMatch == .techniques)
  }

  @Test func listsAreThoseOfTheWords() throws {
    let snapshot = try snapshot()
    let words = try account("=alpha =seldom -gamma", snapshot).leaves
    #expect(words.map(\.text) == ["\"alpha\"", "\"seldom\"", "gamma (any form)"])
    #expect(words.map { $0.lists.map(\.documentFrequency) } == [[6000], [200], [3000]])
    #expect(words.map { $0.lists.map(\.blockCount) } == [[47], [2], [24]])
    #expect(words.map { $0.lists.map(\.forms) } == [[["bitmap": 1]], [["gaps": 1]], [["bitmap": 1]]])
    #expect(words.flatMap(\.lists).allSatisfy { $0.kind == .word && $0.byteCount > 0 && $0.listCount == 1 })
    let pair = try #require(try account("\"security council\"", snapshot).leaves.first)
    #expect(pair.lists.map(\.kind) == [.pair] && pair.lists.map(\.text) == ["security council"])
    #expect(pair.lists.map(\.documentFrequency) == [2000])
    // "to" is beside two pairs, and its positions are read all the same.
    let longer = try #require(try account("\"responsibility to protect\"", snapshot).leaves.first)
    #expect(longer.lists.contains { $0.text == "\"to\"" && $0.kind == .word && $0.documentFrequency == 20 })
    let pattern = try #require(try account("vet*", snapshot).leaves.first)
    #expect(pattern.lists.map(\.kind) == [.terms] && pattern.lists.map(\.listCount) == [2])
    let near = try account("seldom NEAR/2 vetoes", snapshot).leaves
    #expect(near.map(\.text) == ["seldom (any form)", "vetoes (any form)"])
    // Without an entry there is no list.
    #expect(try account("absent", snapshot).leaves.map(\.lists) == [[]])
  }
}
