import Testing

@testable import Corpus

/// Whole speeches and the turns of verbatim records.
struct StatementFormTests {
  @Test func `the evidence of a turn is the whole label`() throws {
    let text =
      "Mr. Gasana (Rwanda): We regret it.\n\nMr. Araud: We do too.\n\nThe President (spoke in French): Thank you."
    let found = StatementFinder.standard.statements(of: try document(text)).statements
    #expect(found.map(\.evidence.words).first == "Mr. Gasana (Rwanda)")
    #expect(found.map(\.evidence.words).last == "The President (spoke in French)")
  }

  @Test(
    arguments: [
      ("FRA", nil, "FRA"), ("France", nil, "FRA"), ("NAM", nil, "NAM"), ("YUG", nil, "YUG"),
      ("EU", nil, "eu"),
      ("Secretary-General", "2013", "un-secretary-general+ban-ki-moon"), ("Jane Roe", nil, "jane-roe"),
    ] as [(String, String?, String)])
  func `metadata names the speaker of a whole speech`(name: String, date: String?, expected: String) throws {
    let text = "Mr. President, we meet at a grave time.\n\nKenya noted that, too.\n"
    let found = try statements(text, date: date, speaker: name)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("whole-speech | \(expected) | Mr. President"))
  }

  @Test func `a title can name the speaker too`() throws {
    let found = try statements("# Statement by France\n\nWe meet at a grave time.", path: "a.md")
    #expect(found == ["whole-speech | FRA | We meet at a grave time."])
    #expect(try statements("# Statement on France\n\nWe meet at a grave time.", path: "a.md") == [])
  }

  @Test func `turns`() throws {
    let text = """
      The President (spoke in French): I give the floor to the representative of Rwanda.

      Mr. Gasana (Rwanda): We are grateful to France for its text.

      The situation is grave.

      Sir Mark Lyall Grant (United Kingdom) (spoke in English): So it is.

      Ms. Hennis-Plasschaert: I agree.

      A vote was taken by show of hands.

      In favour: Chad, France

      The President: The text has been adopted.

      The meeting rose at noon.
      """
    #expect(
      try statements(text) == [
        "turn-label | presiding-officer | I give the floor to the representative of Rwanda.",
        "turn-label | RWA+RWA/gasana | We are grateful to France for its text. / The situation is grave.",
        "turn-label | GBR+GBR/mark-lyall-grant | So it is.",
        "turn-label | hennis-plasschaert | I agree.",
        "turn-label | presiding-officer | The text has been adopted.",
      ])
  }

  @Test(arguments: [
    ("Mr. Kim Won-soo (Republic ofKorea): We agree.", "KOR+KOR/kim-won-soo"),
    ("Mr. Araghchi (Islamic Republic of Iran): We agree.", "IRN+IRN/araghchi"),
    (
      "Prince Zeid Ra'ad Zeid Al-Hussein (Jordan) (spoke in Arabic): We agree.",
      "JOR+JOR/zeid-ra-ad-zeid-al-hussein"
    ),
    ("The Secretary-General: We agree.", "un-secretary-general+ban-ki-moon"),
    ("Mr. Feltman: We agree.", "usg-political-affairs+jeffrey-feltman+dpa"),
    ("Mr. KINOSHITA (Japan) (interpretation from French): We agree.", "JPN+JPN/kinoshita"),
  ])
  func `labels`(text: String, expected: String) throws {
    #expect(try statements(text, date: "2013") == ["turn-label | \(expected) | We agree."])
  }

  @Test(arguments: [
    "Mr. President: allow me to begin.", "The message is clear: we must act.",
    "There are two risks: war and famine.",
    "France: a country of Europe.",
  ])
  func `what only looks like a label`(text: String) throws {
    #expect(try !statements(text).contains { $0.hasPrefix("turn-label") })
  }

  @Test func `the president of the organ`() throws {
    let text = "---\nsymbol: S/PV.7138\n---\n\nThe President: I give the floor to Rwanda.\n"
    #expect(
      try statements(text, path: "a.md").first?.hasPrefix("turn-label | un-security-council-president |")
        ?? false)
    let assembly =
      "---\nsymbol: A/68/PV.5\ndate: 2013-10-01\n---\n\nThe President: I give the floor to Rwanda.\n"
    #expect(
      try statements(assembly, path: "a.md").first?.hasPrefix(
        "turn-label | un-general-assembly-president+john-ashe |") ?? false)
  }

  @Test func `a president who speaks for a state`() throws {
    let text = """
      The President: I shall now make a statement in my capacity as the representative of Rwanda.

      We mourn the dead.

      I now resume my functions as President of the Security Council. I give the floor to Chad.

      Mr. Mangaral (Chad) We mourn them, too.
      """
    #expect(
      try statements(text) == [
        "turn-label | presiding-officer | I shall now make a statement in my capacity as the representative of Rwanda.",
        "turn-label | RWA | We mourn the dead.",
        "turn-label | presiding-officer | I now resume my functions as President of the Security Council. I give the floor to Chad.",
        "turn-label | TCD+TCD/mangaral | We mourn them, too.",
      ])
  }
}
