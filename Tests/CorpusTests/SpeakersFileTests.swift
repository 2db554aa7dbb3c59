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
    ("a: b", 1, nil), ("- id: x\n  kind: state\n  name: X", 3, "name"),
    ("- id: x\n  kind: king\n  names: X", 2, "kind"),
    ("- id: x\n  names: X", 1, "kind"), ("- id: x\n  kind: state", 1, "names"), ("- names: X", 1, "id"),
    ("- id: a b\n  kind: group\n  names: X", 1, "id"), ("- id: FRA\n  kind: group", 1, "kind"),
    ("- id: x\n  kind: group\n  names: [X, [Y]]", 3, "names"),
    ("- id: x\n  kind: group\n  names: '!'", 3, "names"),
    ("- id: FRA\n- id: FRA", 2, "id"), ("- id: FRA\n  holders: []", 2, "holders"),
    ("- id: un-secretary-general\n  holders:\n    - {holder: A B, from: soon}", 3, "from"),
    ("- id: un-secretary-general\n  holders:\n    - {holder: A B, from: 2012, to: 2011}", 3, "to"),
    ("- id: un-secretary-general\n  holders:\n    - {from: 2012}", 3, "holder"),
    ("- id: un-secretary-general\n  holders:\n    - {holder: A B, since: 2012}", 3, "since"),
    ("- id: x\n  kind: [", 2, nil), ("- - - - - - - - - - - - - - - - - - x", 1, nil),
    ("x:\n  " + String(repeating: "[", count: 5_000), 2, nil),
  ])
  func `errors name the line and the key`(yaml: String, line: Int, key: String?) throws {
    let error = #expect(throws: SpeakersFileError.self) { try table(yaml) }
    #expect(error?.path == "speakers.yaml")
    #expect(abs((error?.line ?? 0) - line) <= (key == nil ? 1 : 0), "\(String(describing: error))")
    #expect(error?.key == key)
    #expect(error.map { !$0.reason.isEmpty } ?? false)
  }

  @Test func `bytes that are no text are an error`() {
    #expect(throws: SpeakersFileError.self) {
      try SpeakersFile.extend(.standard, with: [0x2D, 0x20, 0xFF], path: "s.yaml")
    }
    #expect(throws: SpeakersFileError.self) {
      try SpeakersFile.extend(.standard, with: [UInt8](repeating: 0x23, count: 1 << 21), path: "s.yaml")
    }
  }

  @Test func `aliases that multiply are an error, not a flood`() throws {
    var yaml = "- &a [" + Array(repeating: "x", count: 400).joined(separator: ",") + "]\n"
    for index in 0..<400 { yaml += "- {id: s\(index), kind: group, names: *a}\n" }
    #expect(throws: SpeakersFileError.self) { try table(yaml) }
  }
}
