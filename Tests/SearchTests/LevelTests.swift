import Foundation
import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// Statements and documents as units, and what is asked of one statement.
@Suite struct LevelTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  /// A speech, a record of two turns, and a report.
  init() throws {
    try corpus.write(
      """
      ---
      title: A speech
      date: 2009
      speaker: FRA
      ---

      We ask for restraint in the use of the veto.

      Restraint is no weakness, and sanctions are no end in themselves.
      """, to: "a.md")
    try corpus.write(
      """
      Mr. Gasana (Rwanda): The veto must not shield those who commit crimes against their own people.

      Nobody may look away from that.

      Mr. Araud (France): Sanctions were agreed, and my delegation voted for them.
      """, to: "b.txt")
    try corpus.write(
      """
      ---
      title: A report
      date: 2013
      ---

      The government of France raised its proposal on the veto. Switzerland expressed support for the sanctions. \
      The situation in Syria was on everybody's mind.
      """, to: "c.md")
  }

  private func snapshot(segmentByteCount: Int = 1 << 25) throws -> Snapshot {
    _ = try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
    ).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private func ids(_ query: String, _ level: Level, _ snapshot: Snapshot) throws -> Set<String> {
    var options = SearchOptions()
    options.level = level
    options.limit = 100
    let query = try #require(try QueryParser().parse(query).query)
    let result = try snapshot.search(query, options)
    #expect(result.total == result.hits.count)
    #expect(try snapshot.count(query, options).total == result.total)
    #expect(try snapshot.trend(query, options).total == result.total)
    return Set(result.hits.map(\.id))
  }

  @Test(arguments: [1, 1 << 25])
  func unitsOfEveryLevel(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    let expected: [(String, Level, Set<String>)] = [
      ("veto", .paragraph, ["a#p1", "b#p1", "c#p1"]),
      ("veto", .statement, ["a#s1", "b#s1", "c#s1"]),
      ("veto", .document, ["a", "b", "c"]),
      // Words of one statement in two paragraphs.
      ("veto sanctions", .paragraph, ["c#p1"]),
      ("veto sanctions", .statement, ["a#s1"]),
      ("veto sanctions", .document, ["a", "b", "c"]),
      ("veto NOT sanctions", .statement, ["b#s1", "c#s1"]),
      // A phrase stands within one statement.
      ("\"the veto switzerland\"", .paragraph, ["c#p1"]),
      ("\"the veto switzerland\"", .statement, []),
      ("\"the veto\"", .statement, ["a#s1", "b#s1", "c#s1"]),
      // What is in no statement is not there at this level.
      ("syria", .statement, []),
      ("syria", .document, ["c"]),
      ("veto year:2013", .statement, ["c#s1"]),
      ("veto year:2009..2013", .document, ["a", "c"]),
    ]
    for (query, level, wanted) in expected {
      #expect(try ids(query, level, snapshot) == wanted, "\(query) at \(level)")
    }
  }

  /// The numbers that ``Snapshot/rank(_:_:)`` gives are those of the level's units, however the collection is cut.
  @Test(arguments: [1, 1 << 25])
  func unitsAreNumberedByLevel(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    let query = try #require(try QueryParser().parse("-absent").query)
    for (level, unitCount) in [(Level.paragraph, 6), (.statement, 5), (.document, 3)] {
      var options = SearchOptions()
      options.level = level
      #expect(try snapshot.rank(query, options).units.map(\.number) == Array(0..<unitCount))
    }
  }

  @Test(arguments: [1, 1 << 25])
  func speakersUnderTheirNames(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    let expected: [(String, Level, Set<String>)] = [
      ("speaker:France", .statement, ["a#s1", "b#s2", "c#s1"]),
      ("speaker:FRA veto", .statement, ["a#s1", "c#s1"]),
      ("speaker:\"the French delegation\" veto", .paragraph, ["a#p1", "c#p1"]),
      ("speaker:france sanctions", .paragraph, ["a#p2", "b#p3"]),
      ("speaker:switzerland veto", .paragraph, []),
      ("speaker:rwanda people", .document, ["b"]),
      ("speaker:rwanda sanctions", .document, []),
      ("mode:reported", .statement, ["c#s1", "c#s2"]),
      ("mode:turn speaker:france", .statement, ["b#s2"]),
      ("mode:speech", .document, ["a"]),
      ("veto -speaker:France", .paragraph, ["b#p1"]),
      ("speaker:(France OR Switzerland) sanctions", .statement, ["a#s1", "b#s2", "c#s2"]),
      ("speaker:nobody", .statement, []),
    ]
    for (query, level, wanted) in expected {
      #expect(try ids(query, level, snapshot) == wanted, "\(query) at \(level)")
    }
  }

  /// Whether somebody bears all of a name is asked of the whole collection, not of each segment.
  @Test(arguments: [1, 1 << 25])
  func aNameWithAnOfficeIsOneNameEverywhere(segmentByteCount: Int) throws {
    try corpus.write("---\nspeaker: Mission Gasana\n---\n\nThe veto is no end in itself.\n", to: "d.md")
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    #expect(try ids("speaker:Gasana", .statement, snapshot) == ["b#s1", "d#s1"])
    #expect(try ids("speaker:\"Mission Gasana\"", .statement, snapshot) == ["d#s1"])
    #expect(try ids("speaker:\"Mr. Gasana\"", .statement, snapshot) == ["b#s1", "d#s1"])
  }

  /// What others say beside a statement is not the speaker's.
  @Test(
    arguments: [
      (
        "speaker:France year:2013",
        ["The government of France raised its proposal on the veto."], (line: 6, column: 1)
      ),
      ("speaker:Switzerland", ["Switzerland expressed support for the sanctions."], (line: 6, column: 59)),
      ("speaker:Switzerland sanctions", ["Switzerland expressed support for the sanctions."], (6, 97)),
      ("speaker:France year:2009", nil, (line: 7, column: 1)),
    ] as [(String, [String]?, (line: Int, column: Int))])
  func aStatementIsItsOwnWords(query: String, own: [String]?, place: (line: Int, column: Int)) throws {
    let snapshot = try snapshot()
    var options = SearchOptions()
    options.level = .statement
    let query = try #require(try QueryParser().parse(query).query)
    let hit = try #require(try snapshot.search(query, options).hits.first)
    let scalars = Array(hit.text.unicodeScalars)
    #expect(hit.statement?.map { String(String.UnicodeScalarView(scalars[$0])) } == own)
    #expect((hit.source.line, hit.source.column) == place)
  }

  @Test func aStatementIsQuotedByItsBestParagraph() throws {
    var options = SearchOptions()
    options.level = .statement
    let query = try #require(try QueryParser().parse("sanctions speaker:france").query)
    let hit = try #require(try snapshot().search(query, options).hits.first { $0.id == "a#s1" })
    #expect(hit.text.hasPrefix("Restraint is no weakness") && hit.speakers == ["France"])
    #expect(hit.attribution?.mode == .speech && hit.source.line == 9)
    #expect(hit.highlights.map { $0.count } == ["sanctions".count])
  }

  @Test func onlyTheStatementsOwnWordsAreMarked() throws {
    var options = SearchOptions()
    options.level = .statement
    let query = try #require(try QueryParser().parse("the speaker:switzerland").query)
    let hit = try #require(try snapshot().search(query, options).hits.first)
    // Three times in the paragraph, once in what Switzerland says.
    #expect(hit.highlights.count == 1)
    let start = hit.text.unicodeScalars.index(
      hit.text.unicodeScalars.startIndex, offsetBy: hit.highlights[0].lowerBound)
    #expect(hit.text[start...].hasPrefix("the sanctions"))
    #expect(hit.attribution?.evidence.contains("Switzerland") == true)
  }

  @Test func filtersNarrowTheDenominators() throws {
    var options = SearchOptions()
    options.level = .statement
    let query = try #require(try QueryParser().parse("veto speaker:france").query)
    let snapshot = try snapshot()
    #expect(try snapshot.count(query, options).unitCount == 3)
    let rows = try snapshot.trend(query, options).rows
    #expect(rows.map(\.units).reduce(0, +) == 3)
    options.level = .paragraph
    // Four paragraphs hold words of France.
    #expect(try snapshot.count(query, options).unitCount == 4)
  }

  /// Words that no occurrence could be among do not count: those of a paragraph that does not pass.
  @Test func wordsAreThoseOfUnitsThatPass() throws {
    try corpus.write("---\ndate: 2013\nspeaker: RWA\n---\n\nThe veto is wrong.\n", to: "d.md")
    // What France says in the report stands in one paragraph with what Switzerland says.
    let query = try #require(try QueryParser().parse("veto -speaker:switzerland").query)
    let rows = try snapshot().trend(query).rows
    #expect(rows.filter { $0.units > 0 }.map(\.tokens) == [21, 4, 28])
  }

  /// Filters are not what occurs: several speakers to choose from, or a speaker asked for by itself.
  @Test(arguments: [
    "veto speaker:(france OR rwanda)", "veto (speaker:france)", "veto (mode:turn OR mode:speech)",
  ])
  func filtersLeaveOccurrencesCountable(query: String) throws {
    let query = try #require(try QueryParser().parse(query).query)
    #expect(try snapshot().trend(query).rows.allSatisfy { $0.occurrences != nil })
  }

  /// The score of a statement is BM25 over the statements, computed here from the definition.
  @Test func scoresAreThoseOfTheLevel() throws {
    let snapshot = try snapshot()
    var options = SearchOptions()
    options.level = .statement
    let query = try #require(try QueryParser().parse("veto").query)
    let statistics = snapshot.statistics[.statement]
    let idf = log(1 + (Double(statistics.unitCount) - 3 + 0.5) / 3.5)
    for (id, length) in [("c#s1", 10.0)] {
      let hit = try #require(try snapshot.search(query, options).hits.first { $0.id == id })
      let factor = 1.2 * (0.25 + 0.75 * length / statistics.averageLength)
      #expect(hit.score == (idf / (1 + factor) * 1_048_576).rounded() / 1_048_576)
    }
  }

  private func rows(
    _ field: FacetField, _ query: String?, _ level: Level, _ snapshot: Snapshot
  ) throws -> [String] {
    var options = SearchOptions()
    options.level = level
    let result = try snapshot.facet(field, try query.flatMap { try QueryParser().parse($0).query }, options)
    #expect(result.memberships == result.rows.reduce(0) { $0 + $1.hits })
    if let query { #expect(try result.total == ids(query, level, snapshot).count) }
    return result.rows.map { row in
      let modes = StatementMode.allCases.compactMap { mode in row.modes[mode].map { "\(mode) \($0)" } }
      return ([row.id ?? row.value ?? "-", "\(row.hits)"] + modes).joined(separator: " ")
    }
  }

  @Test(arguments: [1, 1 << 25])
  func countsByField(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    #expect(
      try rows(.speaker, "sanctions", .statement, snapshot) == ["FRA 2 speech 1 turn 1", "CHE 1 reported 1"])
    #expect(
      try rows(.speaker, nil, .statement, snapshot) == [
        "FRA 3 speech 1 turn 1 reported 1", "RWA 1 turn 1", "CHE 1 reported 1",
      ])
    // A paragraph counts for all who speak in it.
    #expect(
      try rows(.speaker, "veto", .paragraph, snapshot) == [
        "FRA 2 speech 1 reported 1", "RWA 1 turn 1", "CHE 1 reported 1",
      ])
    #expect(
      try rows(.mode, "veto", .statement, snapshot) == [
        "reported 1 reported 1", "speech 1 speech 1", "turn 1 turn 1",
      ])
    #expect(try rows(.document, "veto", .paragraph, snapshot) == ["c 1", "a 1", "b 1"])
    #expect(try rows(.kind, "veto", .document, snapshot) == ["- 3"])
    #expect(try rows(.speaker, "syria", .paragraph, snapshot) == ["FRA 1 reported 1", "CHE 1 reported 1"])
  }

  // MARK: Units by name

  @Test(arguments: [1, 1 << 25])
  func unitsByName(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    let names = [
      "b#s1", "a", "c#p1", "b", "b#p2", "a#s1", "b#s2", "c#s9", "c#p9", "d", "d#s1", "", "b#s0", "b#s01",
    ]
    let units = try snapshot.units(names.map(UnitID.init))
    let expected: [(String, Range<Int>, [String], StatementMode?)?] = [
      ("b#s1", 1..<3, ["Gasana (Rwanda)"], .turn), ("a", 1..<3, ["France"], .speech),
      ("c#p1", 1..<2, ["France", "Switzerland"], .reported), ("b", 1..<4, [], nil),
      ("b#p2", 2..<3, ["Gasana (Rwanda)"], .turn), ("a#s1", 1..<3, ["France"], .speech),
      ("b#s2", 3..<4, ["Araud (France)"], .turn), nil, nil, nil, nil, nil, nil, nil,
    ]
    #expect(units.count == expected.count)
    for (unit, expected) in zip(units, expected) {
      #expect(unit?.hit.id == expected?.0 && unit?.paragraphs == expected?.1)
      #expect(unit?.voices == expected?.2 && unit?.mode == expected?.3, "\(String(describing: unit?.voices))")
      #expect(unit?.hit.level == (unit?.hit.id).map { UnitID($0).level })
    }
    #expect(units[0]?.hit.text.hasPrefix("Mr. Gasana (Rwanda): The veto") == true)
    for name in names { #expect(UnitID(name).description == name) }
  }

  // MARK: Concordances

  /// Every occurrence in any paragraph of a unit, as many as a trend counts.
  @Test(arguments: [1, 1 << 25])
  func concordances(segmentByteCount: Int) throws {
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    for (text, level, matches) in [
      ("restraint OR veto", Level.document, ["restraint", "veto", "Restraint", "veto", "veto"]),
      ("restraint OR veto", .paragraph, ["restraint", "veto", "Restraint", "veto", "veto"]),
      ("restraint OR veto", .statement, ["restraint", "veto", "Restraint", "veto", "veto"]),
      ("speaker:France (veto OR sanctions)", .paragraph, ["veto", "sanctions", "Sanctions", "veto"]),
      ("speaker:Switzerland (veto OR sanctions)", .document, ["sanctions"]),
      ("\"veto must\"", .document, ["veto must"]), ("zebra", .paragraph, []),
    ] {
      var options = SearchOptions()
      (options.level, options.limit, options.sort) = (level, 100, .relevance)
      let query = try #require(try QueryParser().parse(text).query)
      let found = try snapshot.concordance(query, options)
      let count = try snapshot.count(query, options).total
      #expect(found.total == found.units.count && found.total == count)
      let shown = found.units.sorted { $0.id < $1.id }.flatMap(\.passages).flatMap { passage in
        let scalars = Array(passage.text.unicodeScalars)
        return passage.occurrences.map { String(String.UnicodeScalarView(scalars[$0.range])) }
      }
      #expect(shown == matches, "\(text) \(level)")
      let counted = try snapshot.trend(query, options).rows.compactMap(\.occurrences).reduce(0, +)
      #expect(counted == matches.count, "\(text) \(level)")
    }
    // What is not there cannot be shown, but is counted.
    let none = try #require(try QueryParser().parse("NOT veto").query)
    let found = try snapshot.concordance(none)
    let count = try snapshot.count(none).total
    #expect(found.units.isEmpty && found.total == count && count > 0)
  }
}
