import Query
import Testing

struct SynonymTests {
  private func query(_ text: String, _ groups: [[String]]) throws -> Query? {
    try QueryParser(synonyms: Synonyms(groups)).parse(text).query
  }

  private let r2p = [["R2P", "RtoP", "responsibility to protect"]]

  @Test func aBareWordStandsForAll() throws {
    let all: Query = .synonyms([anyForm("R2P"), anyForm("RtoP"), phrase("responsibility to protect")])
    #expect(try query("R2P", r2p) == all)
    #expect(
      try query("rtop veto", r2p)
        == .and([
          .synonyms([anyForm("rtop"), anyForm("R2P"), phrase("responsibility to protect")]), anyForm("veto"),
        ]))
    let near = try query("R2P NEAR/5 veto", r2p)
    #expect(near == .near(Proximity(.near, .words(5)), all, anyForm("veto")))
  }

  @Test(arguments: [
    "=R2P", "\"R2P\"", "\"responsibility to protect\"", "R2P*", "R2P~1", "responsibility to protect",
  ])
  func whatIsAskedForAsWrittenStandsForItself(text: String) throws {
    #expect(try query(text, r2p) == parse(text).query)
  }

  @Test func wordsJoinedByHyphensAreAPhrase() throws {
    let query = try query("focal-point", [["NFP", "focal point"]])
    #expect(query == .synonyms([phrase("focal point"), anyForm("NFP")]))
  }

  @Test func otherFormsStandForAllToo() throws {
    #expect(
      try query("vetoes", [["veto", "negative vote"]])
        == .synonyms([anyForm("vetoes"), phrase("negative vote")]))
  }

  /// `us` is not the United States, nor is `who` an organization.
  @Test func wordsThatSmallLettersMakeAnother() throws {
    let groups = [["US", "United States"], ["WHO", "World Health Organization"]]
    for text in ["us", "Us", "who"] { #expect(try query(text, groups) == anyForm(text)) }
    let us = try query("US", groups)
    #expect(us == .synonyms([anyForm("US"), phrase("United States")]))
    let states = try query("United-States", groups)
    #expect(states == .synonyms([phrase("United States"), .word(word("US", .exact, term: "US"))]))
  }

  @Test func groupsThatShareAWordAreOne() throws {
    let groups = [["a1", "b1"], ["c1", "a1"], ["d1"], ["!", "e1"], ["f1", "F1"]]
    #expect(try query("a1", groups) == .synonyms([anyForm("a1"), anyForm("b1"), anyForm("c1")]))
    #expect(try query("c1", groups) == .synonyms([anyForm("c1"), anyForm("a1"), anyForm("b1")]))
    for text in ["d1", "e1", "f1"] { #expect(try query(text, groups) == anyForm(text)) }
  }

  @Test func theReadingSaysSo() throws {
    let parsed = try QueryParser(synonyms: Synonyms(r2p)).parse("R2P")
    #expect(parsed.interpreted == "any of (R2P (any form) = RtoP (any form) = \"responsibility to protect\")")
  }
}
