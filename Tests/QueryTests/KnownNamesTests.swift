import Query
import Synchronization
import Testing

/// All names of those of whom `about:` and `speaker:` ask.
struct KnownNamesTests {
  private let names = KnownNames {
    [
      KnownNames.Bearer(names: ["Syrian Arab Republic", "Syria", "Syrian"], codes: ["SYR"]),
      KnownNames.Bearer(names: ["Guinea"], codes: ["GIN"]),
    ]
  }

  private func keys(_ text: String) throws -> [String]? {
    switch try QueryParser(names: names).parse(text).query {
    case .about(let name), .inStatement(.speaker(let name)):
      return name.knownKeys.map { String(decoding: $0, as: UTF8.self) }
    default: return nil
    }
  }

  @Test(arguments: [
    "about:Syria", "about:SYRIAN", "about:syr", "about:\"the Syrian Arab Republic\"",
    "about:\"the government of Syria\"", "speaker:Syria", "speaker:\"the delegation of Syria\"",
  ])
  func everyNameAndCodeFindsAllNames(query: String) throws {
    #expect(try keys(query) == ["syria", "syrian", "syrian arab republic"])
  }

  @Test func whoIsNotKnownIsFoundAsWritten() throws {
    #expect(try keys("about:Sahel") == [])
    #expect(try parse("about:Syria").query == .about(name("Syria")))
  }

  @Test func theReadingStaysAsWritten() throws {
    #expect(try QueryParser(names: names).parse("about:SYR").interpreted == "about SYR")
  }

  @Test func speakersGivenBesidesHaveThemToo() throws {
    let given = try QueryParser(speakers: ["Syria"], names: names).parse("").query
    #expect(try given == QueryParser(names: names).parse("speaker:Syria").query)
    #expect(try given != parse("speaker:Syria").query)
  }

  @Test func namesAreReadOnceAndOnlyWhereSomebodyIsNamed() throws {
    let readings = Mutex(0)
    let names = KnownNames {
      readings.withLock { $0 += 1 }
      return [KnownNames.Bearer(names: ["Syria"], codes: ["SYR"])]
    }
    _ = try QueryParser(names: names).parse("veto AND year:2013")
    #expect(readings.withLock { $0 } == 0)
    _ = try QueryParser(names: names).parse("about:SYR")
    _ = try QueryParser(speakers: ["Syria"], names: names).parse("speaker:syria")
    #expect(readings.withLock { $0 } == 1)
  }
}
