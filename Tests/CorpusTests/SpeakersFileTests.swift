import Testing
import Text

@testable import Corpus

struct SpeakersFileTests {
  private func table(_ yaml: String) throws -> SpeakerTable {
    try SpeakersFile.extend(.standard, with: Array(yaml.utf8), path: "speakers.yaml")
  }

  @Test func `a corpus adds its own`() throws {
    let table = try table(
      """
      # Ours.
      - id: example-network
        kind: civil-society
        names: [Example Network for Prevention, ENP]
        codes: EN1
        demonyms: [Exemplary]
      - id: example-chair
        kind: office
        names: [Chair of the Example Network]
        holders:
          - {holder: Jane Doe, from: 2011-05, to: 2014}
          - {holder: [John Roe, J. Roe], from: 2015}
      - id: FRA
        names: Hexagon
      """)
    #expect(table.resolve("ENP").map(\.id) == ["example-network"])
    #expect(table.resolve("EN1").map(\.id) == ["example-network"])
    #expect(table.resolve("the exemplary delegation").map(\.id) == ["example-network"])
    #expect(table.resolve("Hexagon").map(\.id) == ["FRA"])
    let chair = "the Chair of the Example Network"
    #expect(table.resolve(chair, on: DateInterval("2014-12-31")).map(\.id) == ["example-chair", "jane-doe"])
    #expect(table.resolve(chair, on: DateInterval("2016")).map(\.id) == ["example-chair", "john-roe"])
    #expect(table.resolve("Mr. Roe").map(\.id) == ["john-roe"])
    #expect(table.resolve("Secretary-General").map(\.id) == ["un-secretary-general"])
  }

  @Test func `an empty file adds nothing`() throws {
    for yaml in ["", "# nothing\n", "[]"] {
      #expect(try table(yaml).speakers == SpeakerTable.standard.speakers)
    }
  }

  @Test(arguments: [
    ("a: b", 1, "`a`: no such key"), ("b", 1, "a speaker,"),
    ("- id: x\n  kind: state\n  name: X", 3, "`[1].name`: no such key"),
    ("- id: x\n  kind: king\n  names: X", 2, "`[1].kind`: `king` found"),
    ("- id: x\n  names: X", 1, "`kind` is missing"), ("- id: x\n  kind: state", 1, "`names` is missing"),
    ("- names: X", 1, "`id` is missing"),
    ("- id: a b\n  kind: group\n  names: X", 1, "`[1].id`: `a b` found"),
    ("- id: FRA\n  kind: group", 1, "`kind`: FRA is a state already"),
    ("- id: x\n  kind: group\n  names: [X, [Y]]", 3, "`[1].names[2]`: one text is expected"),
    ("- id: x\n  kind: group\n  names: '!'", 3, "`[1].names`: a name is expected"),
    ("- id: FRA\n- id: FRA", 2, "`[2].id`: `FRA` stands here twice"),
    ("- id: FRA\n  holders: []", 2, "`[1].holders`: FRA is a state"),
    ("- id: x\n  kind: [", 2, "this is not YAML"),
    ("- - - - - - - - - - - - - - - - - - x", 1, "a speaker,"),
    ("x:\n  " + String(repeating: "[", count: 5_000), 2, "nested too deeply"),
    ("- id: x\n  kind: group\n  names: &a [X]", 3, "anchors (`&name`) and aliases"),
  ])
  func `errors name the line and the key`(yaml: String, line: Int, reason: String) throws {
    try expectError(yaml, line, reason)
  }

  @Test(arguments: [
    ("{holder: A B, from: soon}", "`[1].holders[1].from`: `soon` is no date"),
    ("{holder: A B, from: 2012, to: 2011}", "`to` is before `from`"),
    ("{holder: A B, from: 9999, to: 0001}", "`to` is before `from`"),
    ("{from: 2012}", "`holder` is missing"), ("{holder: []}", "a person's name is expected"),
    ("{holder: A B, since: 2012}", "`[1].holders[1].since`: no such key"),
    ("Jane Doe", "a map such as `{holder: Jane Doe, from: 2011, to: 2014}` expected, found a single value"),
    ("{holder: UN Secretary General}", "un-secretary-general is a office; a person's name is expected"),
  ])
  func `errors of holders`(holder: String, reason: String) throws {
    try expectError("- id: un-secretary-general\n  holders:\n    - \(holder)", 3, reason)
  }

  private func expectError(_ yaml: String, _ line: Int, _ part: String) throws {
    let error = #expect(throws: CorpusError.self) { try table(yaml) }
    guard case .speakers("speakers.yaml", let found, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      abs(found - line) <= (part == "this is not YAML" ? 1 : 0) && reason.contains(part),
      "\(found): \(reason)")
  }

  @Test func `a holder who is known gains names`() throws {
    let table = try table(
      """
      - id: example-chair
        kind: office
        names: [Chair of the Example Network]
        holders:
          - {holder: Jane Doe, to: 2014}
          - {holder: [Jane Doe, Ambassador Janet Doe-Roe], from: 2015}
      """)
    #expect(table.resolve("Ambassador Janet Doe-Roe").map(\.id) == ["jane-doe"])
    let jane = try #require(table.speakers.first { $0.id == "jane-doe" })
    #expect(jane.names.map(\.text) == ["Jane Doe", "Doe", "Ambassador Janet Doe-Roe"])
  }

  @Test func `bytes that are no text are an error`() {
    #expect(throws: CorpusError.self) {
      try SpeakersFile.extend(.standard, with: [0x2D, 0x20, 0xFF], path: "s.yaml")
    }
    #expect(throws: CorpusError.self) {
      try SpeakersFile.extend(.standard, with: [UInt8](repeating: 0x23, count: 1 << 21), path: "s.yaml")
    }
  }
}
