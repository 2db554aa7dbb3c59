import Testing

@testable import Corpus

/// Persons, their titles and those for whom they speak.
struct StatementPersonTests {
  private let panel = """
    The panel had Ms. Cecile Kyenge, Minister of Integration of Italy; Ambassador Maria Cristina Perceval, Permanent \
    Representative of Argentina to the United Nations; Dr. Simon Adams of the Global Centre for the Responsibility to Protect; \
    Jane Roe, Executive Director of Oxfam; and Mr. Gasana (Rwanda).
    """

  @Test(arguments: [
    ("Minister Kyenge recalled the law.", "ITA+ITA/cecile-kyenge"),
    ("Ms. Kyenge recalled the law.", "ITA+ITA/cecile-kyenge"),
    ("Ambassador Perceval invoked the past.", "ARG+ARG/maria-cristina-perceval"),
    ("Dr. Adams stressed the gap.", "gcr2p+simon-adams"),
    ("Jane Roe noted the cost.", "oxfam+oxfam/jane-roe"),
    ("Mr. Gasana said no more.", "RWA+RWA/gasana"),
  ])
  func `who was introduced is known by surname`(sentence: String, expected: String) throws {
    #expect(try speakers(panel + " " + sentence) == expected)
  }

  @Test(arguments: [
    ("The Secretary-General stressed the need.", "2013-09-11", "un-secretary-general+ban-ki-moon"),
    ("The Secretary-General stressed the need.", "2003", "un-secretary-general+kofi-annan"),
    ("Mr. Ban stressed the need.", "2013", "un-secretary-general+ban-ki-moon"),
    ("UN Secretary-General Ban Ki-moon stressed the need.", "2013", "un-secretary-general+ban-ki-moon"),
    ("Secretary-General Guterres stressed the need.", "2019", "un-secretary-general+antonio-guterres"),
    (
      "Deputy-Secretary-General Mr. Jan Eliasson stressed the need.", "2013",
      "un-deputy-secretary-general+jan-eliasson"
    ),
    ("Dr. Jennifer Welsh stressed the need.", "2013-09-11", "special-adviser-r2p+jennifer-welsh"),
    ("Navi Pillay stressed the need.", "2013", "un-high-commissioner-human-rights+navi-pillay+ohchr"),
    (
      "The Executive Director of the Global Centre for R2P noted it.", "2013",
      "gcr2p-executive-director+simon-adams+gcr2p"
    ),
  ])
  func `offices and their holders at the time`(sentence: String, date: String, expected: String) throws {
    #expect(try speakers(sentence, date: date) == expected)
  }

  @Test func `who bears the name of another state's delegate is somebody else`() throws {
    let document = try document(
      """
      Mr. Khan (Pakistan): We thank the President.

      Mr. Khan (Bangladesh): So do we.

      Mr. Khan (Pakistan): We thank everybody.
      """, path: "a.md")
    let found = StatementFinder.standard.statements(of: document)
    #expect(
      found.statements.map { $0.voices[0].name } == [
        "Khan (Pakistan)", "Khan (Bangladesh)", "Khan (Pakistan)",
      ])
    #expect(found.speakers.map(\.id) == ["BGD", "BGD/khan", "PAK", "PAK/khan"])
  }

  @Test func `somebody of whom nothing is known is found by name`() throws {
    #expect(try speakers("Mr. John Doe noted the cost.") == "john-doe")
    #expect(try speakers("Gareth Evans argued that the norm had won.") == "gareth-evans")
    #expect(try speakers("The Example Foundation argued that the norm had won.") == "example-foundation")
    #expect(try speakers("The Outcome Document stated the norm.") == "")
    #expect(try speakers("Pillar Two called for assistance.") == "")
  }

  @Test func `speakers that only the document knows are handed on`() throws {
    let document = try document("# A\n\nMr. John Doe (Kenya) noted the cost.", path: "a.md")
    let found = StatementFinder.standard.statements(of: document)
    #expect(found.speakers.map(\.id) == ["KEN", "KEN/john-doe"])
    #expect(found.speakers[1].names.map(\.text) == ["John Doe", "Doe"])
    #expect(found.statements[0].voices[0].name == "John Doe (Kenya)")
  }
}
