import Testing

@testable import Corpus

struct SpeakerFileNameTests {
  @Test(
    arguments: [
      ("1946/FRA_01_1946.txt", ["speaker": "FRA", "session": "01", "year": "1946"]),
      ("EU_66_2011.txt", ["speaker": "EU", "session": "66", "year": "2011"]),
      ("FRA_01_1946.md", ["speaker": "FRA", "session": "01", "year": "1946"]),
      ("fra_01_1946.txt", nil), ("FRAN_01_1946.txt", nil), ("FRA_01_46.txt", nil), ("FRA_01.txt", nil),
      ("FRA_01_1946_b.txt", nil),
      ("", nil), ("FRA__1946.txt", nil),
    ] as [(String, [String: String]?)])
  func `names of the General Debate`(path: String, expected: [String: String]?) throws {
    #expect(try FileNamePattern("{speaker:iso3}_{session}_{year}").match(path) == expected)
  }

  @Test func `other formats`() throws {
    #expect(
      try FileNamePattern("{date}-{kind}-{speaker}").match("a/2013-09-11-speech-Jane Roe.md")
        == ["date": "2013-09-11", "kind": "speech", "speaker": "Jane Roe"])
    #expect(try FileNamePattern("spch{n:number}").match("spch008.txt") == ["n": "008"])
    #expect(try FileNamePattern("{c:iso2}").match("FR.txt") == ["c": "FR"])
    #expect(try FileNamePattern("{c:iso2}").match("FRA.txt") == nil)
  }

  @Test(arguments: ["", "abc", "{a", "a}", "{a{b}}", "{}", "{a}{b}", "{a:iso9}", "{:iso3}"])
  func `patterns that mean nothing are errors`(pattern: String) {
    #expect(throws: FileNamePatternError.self) { try FileNamePattern(pattern) }
  }
}
