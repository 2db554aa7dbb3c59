import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// What beginnings are completed to.
struct SuggestionTests {
  private let folder = try! TemporaryFolder(inMemory: true)

  private func snapshot(segmentByteCount: Int = 32 << 20) throws -> Snapshot {
    let builder = IndexBuilder(
      corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index", threadCount: 1,
      segmentByteCount: segmentByteCount, groupByteCount: segmentByteCount)
    _ = try builder.build()
    return try Snapshot(openingIndexAt: folder.path + "/index")
  }

  private func suggested(
    _ text: String, _ kinds: SuggestionKind..., limit: Int = 10, by snapshot: Snapshot
  ) throws -> [String] {
    let kinds = kinds.isEmpty ? Set(SuggestionKind.allCases) : Set(kinds)
    return try snapshot.suggestions(for: text, limit: limit, kinds: kinds).map {
      "\($0.kind) \($0.text) \($0.count.map(String.init) ?? "?")"
    }
  }

  @Test func aStemIsSuggestedOnceInItsMostFrequentForm() throws {
    try folder.write("veto vetoes\n\nveto\n\nvetoes vetoed\n\nveteran US A/67/929\n\n", to: "corpus/a.md")
    let snapshot = try snapshot()
    #expect(try suggested("vet", .term, by: snapshot) == ["term veto 3", "term veteran 1"])
    // The most frequent of those that begin so; it counts what a query for it finds.
    #expect(try suggested("VÉTOE", .term, by: snapshot) == ["term vetoes 3"])
    #expect(try suggested("us", .term, by: snapshot) == ["term us 1"])
    #expect(try suggested("a/6", .term, by: snapshot) == ["term a/67/929 1"])
    #expect(try suggested("zebra", by: snapshot).isEmpty)
    #expect(try suggested(" – ", by: snapshot).isEmpty)
  }

  @Test func speakersAndTitlesAreFoundByTheirWords() throws {
    try folder.write(
      "---\ntitle: Côte d’Ivoire on the veto\n---\n\nFrance raised its concern.\n", to: "corpus/a.md")
    try folder.write("---\ntitle: The Veto\n---\n\nFrance said that it agreed.\n", to: "corpus/b.md")
    try folder.write("---\ntitle: The Veto\n---\n\nThe United Kingdom said so.\n", to: "corpus/c.md")
    let snapshot = try snapshot(segmentByteCount: 0)
    #expect(snapshot.segments.count > 1)
    #expect(try suggested("fra", .speaker, by: snapshot) == ["speaker France 2"])
    #expect(try suggested("FRENCH", .speaker, by: snapshot) == ["speaker France 2"])
    #expect(try suggested("kingd", .speaker, by: snapshot) == ["speaker United Kingdom 1"])
    #expect(
      try suggested("ve", .title, by: snapshot) == ["title The Veto 2", "title Côte d’Ivoire on the veto 1"])
    #expect(try suggested("cote d'iv", .title, by: snapshot) == ["title Côte d’Ivoire on the veto 1"])
    #expect(try suggested("on the ", .title, by: snapshot) == ["title Côte d’Ivoire on the veto 1"])
  }

  @Test func whatDiffersInCapitalsIsSuggestedOnceAndAliasesSayWhatTheyAre() throws {
    for (number, title) in ["On Côte", "ON CÔTE", "On Côte", "on cote"].enumerated() {
      try folder.write(
        "---\ntitle: \(title)\n---\n\nThe United Kingdom said that it agreed.\n", to: "corpus/\(number).md")
    }
    let snapshot = try snapshot()
    #expect(try suggested("cote", .title, by: snapshot) == ["title On Côte 4"])
    let british = try snapshot.suggestions(for: "brit", kinds: [.speaker])
    #expect(british.map(\.text) == ["United Kingdom"] && british[0].alias?.hasPrefix("brit") == true)
    #expect(try snapshot.suggestions(for: "kingd", kinds: [.speaker]).map(\.alias) == [nil])
  }

  @Test func phrasesAreWordsThatFollow() throws {
    try folder.write(
      "A focal point. Focal points, focal point.\n\nThe focal point is policy.\n", to: "corpus/a.md")
    try folder.write("Focal policy\n\nfocal\n", to: "corpus/b.md")
    let snapshot = try snapshot(segmentByteCount: 0)
    #expect(
      try suggested("focal po", by: snapshot)
        == ["phrase focal point 2", "phrase focal points 1", "phrase focal policy 1"])
    #expect(
      try suggested("Focal point ", .phrase, by: snapshot) == [
        "phrase focal point focal 1", "phrase focal point is 1",
      ])
    #expect(try suggested("focal", .phrase, by: snapshot).isEmpty)
    #expect(try suggested("zebra po", .phrase, by: snapshot).isEmpty)
  }

  /// The beginning of a long paragraph is read, and what the cut goes through is no word.
  @Test func ofLongParagraphsTheBeginningIsRead() throws {
    let filling = String(repeating: "so it goes on and on ", count: 40)
    let cut = PhraseCompletion.byteLimit - filling.utf8.count - "focal points focal ".utf8.count
    let word = String(repeating: "p", count: cut + 3)
    try folder.write(
      "focal points \(filling)focal \(word) focal pokes\n\nfocal points\n\nfocal pole\n", to: "corpus/a.md")
    let snapshot = try snapshot()
    #expect(try suggested("focal p", by: snapshot) == ["phrase focal points 2", "phrase focal pole 1"])
  }

  @Test func kindsTakeTurnsWithinTheLimit() throws {
    let words = ["fragile", "frame", "fracas", "fraction", "frantic", "frank"].map { "\($0)\n\n" }.joined()
    try folder.write("---\ntitle: Frail\n---\n\n\(words)France said that it agreed.\n", to: "corpus/a.md")
    let snapshot = try snapshot()
    let kinds = try snapshot.suggestions(for: "fra", limit: 4).map(\.kind)
    #expect(kinds == [.term, .term, .speaker, .title])
    #expect(try snapshot.suggestions(for: "fra", limit: 0).isEmpty)
    #expect(try snapshot.suggestions(for: "fra", limit: 100).count == 9)
  }

  /// Where there are too many paragraphs to read, those that are read are spread, and what is counted is counted right.
  @Test(arguments: ["the v", "the ", "a the v", "rare the "])
  func countsOfPhrasesAreThoseOfQueries(beginning: String) throws {
    var random = SeededGenerator(seed: 11)
    let words = ["the", "a", "veto", "vote", "voices", "peace"]
    let text = (0..<600).map { number in
      (0..<6).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
        + (number % 100 == 0 ? " rare the veto" : "")
    }.joined(separator: "\n\n")
    try folder.write(text + "\n", to: "corpus/a.md")
    let snapshot = try snapshot()
    let phrases = try snapshot.suggestions(for: beginning, kinds: [.phrase])
    #expect(phrases.count >= (beginning.hasSuffix("v") ? 3 : 1))
    for phrase in phrases {
      #expect(phrase.text.hasPrefix(beginning))
      guard let count = phrase.count else { continue }
      let query = try #require(try QueryParser().parse("\"\(phrase.text)\"").query)
      #expect(try snapshot.count(query).total == count, "\(phrase.text)")
    }
  }

  @Test(arguments: 0..<12)
  func theBestOfATableAreThoseOfASort(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let counts = (0..<8).map { _ in Int.random(in: 0...4, using: &random) }
    var table = CompletionTable()
    var keys: [(key: [UInt8], item: Int, weight: Int)] = []
    for _ in 0..<40 {
      let key = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        UInt8.random(in: 97...99, using: &random)
      }
      let (item, weight) = (Int.random(in: 0..<8, using: &random), keys.count)
      if keys.contains(where: { $0.key == key }) { continue }
      keys.append((key, item, weight))
      table.add(key, item: item, count: counts[item], weight: weight)
    }
    table.sort()
    for prefix in [[], [97], [98], [99, 97], [97, 98, 99], [100]] as [[UInt8]] {
      let found = keys.filter { $0.key.starts(with: prefix) }
      for limit in 0...9 {
        let best = table.best(limit, beginningWith: prefix)
        let items = Set(found.map(\.item))
        #expect(best.count == min(limit, items.count))
        #expect(best.map(\.count) == items.map { counts[$0] }.sorted(by: >).prefix(limit).map { $0 })
        #expect(Set(best.map(\.item)).count == best.count)
        for match in best {
          #expect(match.key == found.filter { $0.item == match.item }.max { $0.weight < $1.weight }?.key)
        }
      }
    }
  }

  @Test func manyThreadsAskAtOnce() async throws {
    try folder.write("---\ntitle: Veto\n---\n\nFrance said that the veto stays.\n", to: "corpus/a.md")
    let snapshot = try snapshot()
    let answers = try await withThrowingTaskGroup(of: [Suggestion].self) { group in
      for _ in 0..<16 { group.addTask { try snapshot.suggestions(for: "v") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers.map { $0.map(\.text) }) == [["veto", "Veto"]])
  }
}
