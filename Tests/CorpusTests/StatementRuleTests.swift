import Testing

@testable import Corpus

/// The smaller rules of reported speech, each with what it takes and what it leaves.
struct StatementRuleTests {
  @Test func `with saying`() throws {
    #expect(
      try said("Estonia pointed to impunity, with Hungary noting that history teaches.") == [
        "EST: Estonia pointed to impunity,", "HUN: with Hungary noting that history teaches.",
      ])
    #expect(
      try said("The crisis stood first, with the governments of Mali and Chad deploring the losses.") == [
        "MLI,TCD: with the governments of Mali and Chad deploring the losses."
      ])
    #expect(try said("The talks with Hungary began early.") == [])
  }

  @Test func `pronouns`() throws {
    #expect(
      try said("Dr. Jane Roe recalled the past. She also made special note of the options.") == [
        "jane-roe: Dr. Jane Roe recalled the past. She also made special note of the options."
      ])
    #expect(try said("France and Italy regretted the delay. They called for haste.").count == 1)
    #expect(try said("She also noted the past.") == [])
    #expect(try speakers("One participant noted a gap. She called for funds.") == "-; -")
    #expect(try speakers("France noted the delay. It proposed a date.") == "FRA")
    #expect(try speakers("It noted the delay.") == "")
  }

  @Test func `products`() throws {
    #expect(try speakers("New Zealand's intervention highlighted the agenda.") == "NZL")
    #expect(
      try speakers("The intervention delivered by the Director of the ICRtoP elaborated on prevention.")
        == "icrtop")
    #expect(try speakers("The statement by Kenya recalled the elections.") == "KEN")
    #expect(try speakers("New Zealand's coast drew attention to the need.") == "")
  }

  @Test func `passives`() throws {
    #expect(try speakers("This was echoed by the government of Ghana.") == "GHA")
    #expect(try speakers("The need was stressed by Kenya, Mali and Togo.") == "KEN,MLI,TGO")
    #expect(try speakers("The text fell short, a view shared by Mexico.") == "MEX")
    #expect(try speakers("The plan should be endorsed by Japan.") == "")
    #expect(try speakers("The road was built by China.") == "")
    #expect(
      try speakers(
        "The work was recognized by both Special Advisers to the Secretary-General on the Prevention of Genocide and RtoP.",
        date: "2013-09-11")
        == "special-adviser-genocide+adama-dieng,special-adviser-r2p+jennifer-welsh")
  }

  @Test func `impersonal`() throws {
    #expect(try speakers("It was noted that the court had a role.") == "-")
    #expect(try speakers("Emphasis was put on early warning.") == "-")
    #expect(try speakers("It was decided to go on.") == "")
    #expect(try speakers("The road was closed.") == "")
  }

  @Test func `according to`() throws {
    #expect(try speakers("According to France, the veto is a burden.") == "FRA")
    #expect(try speakers("The veto is a burden, according to several delegations.") == "-")
    #expect(try speakers("In the view of Kenya, more was needed.") == "KEN")
  }

  @Test func `as somebody said`() throws {
    #expect(try speakers("As Mexico noted, the veto has a price.") == "MEX")
    #expect(try speakers("The veto, as noted by Mexico, has a price.") == "MEX")
    #expect(try speakers("As Mexico grows, so does its voice.") == "")
  }

  @Test func `inverted`() throws {
    #expect(try speakers("“The veto has a price”, said Mexico.") == "MEX")
    #expect(
      try speakers("The work is not done, added Jane Roe, Director of Oxfam.") == "oxfam+oxfam/jane-roe")
  }

  @Test func `existential`() throws {
    #expect(
      try said(
        "While most agreed, there were some, including Cuba and Sri Lanka, that expressed the belief that it was not."
      )
        == [
          "-: While most agreed,",
          "CUB,LKA: there were some, including Cuba and Sri Lanka, that expressed the belief that it was not.",
        ])
  }

  @Test func `run-in names`() throws {
    let text = """
      # The debate

      ## Ideas

      - France: “The veto is a burden.”
      - Kenya: Welcomed the report.
      - Mali: We agree with Kenya.
      - Syria: 100,000 dead.
      """
    #expect(
      try statements(text, path: "a.md") == [
        "run-in-name | FRA | The veto is a burden.”", "run-in-name | KEN | Welcomed the report.",
        "run-in-name | MLI | We agree with Kenya.",
      ])
  }

  @Test func `headings that give the speaker`() throws {
    let text = """
      # The debate

      ## Statement by France

      The veto is a burden to all.

      It should be used with restraint.

      ## The vote

      The text was put to the vote.
      """
    #expect(
      try statements(text, path: "a.md") == [
        "heading | FRA | The veto is a burden to all. / It should be used with restraint."
      ])
  }

  @Test func `lists below a speaker's words`() throws {
    let text = """
      # The debate

      Kenya made three proposals:

      - a fund for prevention
      - a network of focal points

      The meeting closed.
      """
    #expect(
      try statements(text, path: "a.md") == [
        "subject | KEN | Kenya made three proposals: / a fund for prevention / a network of focal points"
      ])
  }

  @Test func `summary records`() throws {
    let text = """
      # Summary record

      Mr. Gasana (Rwanda) said that the lesson was clear. The Council had to act in time. France had a text.

      The Chair closed the meeting.
      """
    #expect(
      try statements(text, path: "a.md") == [
        "summary-record | RWA+RWA/gasana | Mr. Gasana (Rwanda) said that the lesson was clear. The Council had to act in time. France had a text."
      ])
  }

  @Test func `press releases`() throws {
    let paragraphs = ["Rwanda", "Chad", "Peru"].map {
      "The representative of \($0) said that the lesson was clear. The Council had to act in time."
    }
    let found = try statements("# A debate\n\n" + paragraphs.joined(separator: "\n\n"), path: "a.md")
    #expect(found == zip(["RWA", "TCD", "PER"], paragraphs).map { "summary-record | \($0) | \($1)" })
    let two = try statements("# A debate\n\n" + paragraphs.prefix(2).joined(separator: "\n\n"), path: "a.md")
    #expect(two.allSatisfy { $0.hasSuffix("was clear.") })
  }
}
