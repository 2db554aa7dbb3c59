import Query
import Testing

/// All names of those of whom `about:` asks.
struct KnownNamesTests {
  private let names = KnownNames([
    KnownNames.Bearer(names: ["Syrian Arab Republic", "Syria", "Syrian"], codes: ["SYR"]),
    KnownNames.Bearer(names: ["Guinea"], codes: ["GIN"]),
  ])

  private func keys(_ text: String) throws -> [String]? {
    guard case .about(let name) = try QueryParser(names: names).parse(text).query else { return nil }
    return name.knownKeys.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    "about:Syria", "about:SYRIAN", "about:syr", "about:\"the Syrian Arab Republic\"",
    "about:\"the government of Syria\"",
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

  @Test func whoSpeaksIsKnownToTheIndex() throws {
    #expect(try QueryParser(names: names).parse("speaker:Syria").query == parse("speaker:Syria").query)
  }
}
