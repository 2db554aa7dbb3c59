import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// What is kept of groups that rank as one term.
@Suite struct TermGroupsTests {
  private func key(_ group: String) -> TermGroups.TallyKey {
    TermGroups.TallyKey(group: Array(group.utf8), space: .paragraphs, limits: [])
  }

  @Test func aGroupIsCountedOnce() throws {
    let groups = TermGroups()
    #expect(groups.known(key("a*")) == nil)
    var asked = 0
    for _ in 0..<2 {
      let tally = try groups.tally(of: key("a*")) { () throws(SearchError) in
        asked += 1
        return TermGroups.Tally(unitCount: 3, units: [UnitFrequencies()])
      }
      #expect(tally.unitCount == 3 && tally.units?.count == 1)
    }
    #expect(asked == 1)
  }

  /// Where memory is used up, units are forgotten, and counted again; of those that were too many the number stays.
  @Test func memoryIsBounded() throws {
    let half = 100
    let groups = TermGroups(byteLimit: 2 * half * UnitFrequencies.bytesOfEach)
    func add(_ name: String, _ units: [UnitFrequencies]?) throws {
      _ = try groups.tally(of: key(name)) { () throws(SearchError) in
        TermGroups.Tally(unitCount: half, units: units)
      }
    }
    try add("many*", nil)
    for name in ["a*", "b*"] { try add(name, [UnitFrequencies()]) }
    #expect(groups.known(key("a*")) != nil && groups.known(key("b*")) != nil)
    try add("c*", [UnitFrequencies()])
    #expect(groups.known(key("a*")) == nil && groups.known(key("b*")) == nil)
    #expect(groups.known(key("c*"))?.units != nil && groups.known(key("many*"))?.unitCount == half)
  }

  /// Marks may stand in either order, and are other terms so.
  @Test func keysAreBytes() {
    #expect("q\u{307}\u{323}*" == "q\u{323}\u{307}*")
    #expect(key("q\u{307}\u{323}*") != key("q\u{323}\u{307}*"))
  }

  /// Lists that say more than a segment can hold are damaged, and no reason to trap.
  @Test func frequenciesAreClamped() {
    var window = Window()
    window.reset(base: 0, end: 2)
    window.add(1, value: 1 << 40)
    var found = UnitFrequencies()
    found.append(matchesOf: window)
    #expect(found.units == [1] && found.frequencies == [.max])
  }

  /// What is read from memory is what is found without any, values too.
  @Test func answersFromMemoryAreTheSame() throws {
    var generator = SeededGenerator(seed: 11)
    let corpus = try TemporaryFolder(inMemory: true)
    let index = try TemporaryFolder(inMemory: true)
    let words = ["tell", "told", "till", "tall", "bell", "other", "France"]
    for document in 0..<40 {
      let paragraphs = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in words.randomElement(using: &generator)! }
          .joined(separator: " ")
      }
      let text =
        "Mr. Araud (France): " + paragraphs.joined(separator: "\n\n") + "\n\nMr. Gasana (Rwanda): tell.\n"
      try corpus.write(text, to: "\(document).txt")
    }
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: 1 << 10)
      .build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    #expect(snapshot.segments.count > 1)
    let memory = TermGroups()
    for space in [UnitSpace.paragraphs, .pieces, .statements, .documents] {
      for text in [
        "t*", "tell~1", "t* AND bell", "NOT t*", "bell OR t*", "t* NEAR/2 bell", "t* NOTNEAR/1 tell~1",
        "speaker:France t*", "speaker:Rwanda (t* OR tell~1)", "about:France", "about:France t*",
        "about:France NEAR/2 bell",
      ] {
        let query = try #require(try QueryParser().parse(text).query)
        for measure in [Measure.score, .occurrences, .matches, .score] {
          let found = try values(of: query, in: space, measure, snapshot, memory)
          let expected = try values(of: query, in: space, measure, snapshot, TermGroups(byteLimit: 0))
          #expect(found == expected, "\(text), \(space), \(measure)")
          #expect(text == "NOT t*" || found.contains { !$0.isEmpty }, "\(text), \(space)")
        }
      }
    }
  }

  /// Where a name is meant is kept once it was looked for by itself; beside something else only what is left is looked at.
  @Test(arguments: [(Level.paragraph, UnitSpace.paragraphs), (.statement, .pieces), (.document, .paragraphs)])
  func namesAreKept(level: Level, space: UnitSpace) throws {
    let corpus = try TemporaryFolder(inMemory: true)
    let index = try TemporaryFolder(inMemory: true)
    try corpus.write("Mr. Araud (France): To France, and peace.\n\nTo peace.\n", to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    var options = SearchOptions()
    options.level = level
    let both = try #require(try QueryParser().parse("about:France peace").query)
    let name = try #require(try QueryParser().parse("about:France").query)
    guard case .about(let france) = name else {
      Issue.record("\(name)")
      return
    }
    let key = TermGroups.key(of: france, in: space)
    #expect(try snapshot.search(both, options).total == 1)
    #expect(snapshot.groups.known(key) == nil)
    #expect(try snapshot.search(name, options).total == 1)
    #expect(snapshot.groups.known(key)?.units?.map(\.count) == [1])
    #expect(try snapshot.search(both, options).total == 1)
  }

  /// Of each segment the units that match, with their values.
  private func values(
    of query: Query, in space: UnitSpace, _ measure: Measure, _ snapshot: Snapshot, _ groups: TermGroups
  ) throws -> [[[Int]]] {
    var found = [[[Int]]](repeating: [], count: snapshot.segments.count)
    let plan = try QueryPlan(
      query, over: snapshot.segments, in: space, statistics: snapshot.statistics, measure: measure,
      SearchOptions(), groups: groups)
    try plan.forEachWindow { segment, window in
      window.forEachMatch { unit, value in found[segment].append([Int(unit), value]) }
    }
    return found
  }
}
