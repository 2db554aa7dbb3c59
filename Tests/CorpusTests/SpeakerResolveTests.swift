import Testing
import Text

@testable import Corpus

struct SpeakerResolveTests {
  private let table = SpeakerTable.standard

  private func ids(_ name: String, on date: String? = nil) throws -> [String] {
    let interval = try date.map { try #require(DateInterval($0)) }
    return table.resolve(name, on: interval).map(\.id)
  }

  @Test(arguments: [
    "FRA", "fra", "FR", "France", "FRANCE", "French", "the French delegation", "the government of France",
    "the Government of the French Republic", "Representative of France",
    "the Permanent Representative of France",
    "Permanent Representative of France to the United Nations", "the Minister for Foreign Affairs of France",
    "the French Foreign Minister", "France's delegation", "Mr. Araud (France)", "statement by France",
  ])
  func `every form of a state means the state`(name: String) throws {
    #expect(try ids(name) == ["FRA"])
  }

  @Test(arguments: [
    ("UK", "GBR"), ("USA", "USA"), ("US", "USA"), ("U.S.", "USA"), ("DRC", "COD"), ("DPRK", "PRK"),
    ("PRC", "CHN"),
    ("CAR", "CAF"), ("ROK", "KOR"), ("UAE", "ARE"), ("BiH", "BIH"), ("the Netherlands", "NLD"),
    ("Dutch", "NLD"),
    ("Russian Federation", "RUS"), ("Russia", "RUS"), ("USSR", "RUS"), ("Iran (Islamic Republic of)", "IRN"),
    ("Venezuela (Bolivarian Republic of)", "VEN"), ("Bolivarian Republic of Venezuela", "VEN"),
    ("Côte d'Ivoire", "CIV"), ("Cote d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("Burma", "MMR"),
    ("Swaziland", "SWZ"),
    ("Zaire", "COD"), ("Yugoslavia", "YUG"), ("Czechoslovakia", "CSK"), ("GDR", "DDR"), ("Turkey", "TUR"),
    ("Türkiye", "TUR"), ("American", "USA"), ("Indian", "IND"), ("Georgia", "GEO"), ("Jordan", "JOR"),
    ("Chad", "TCD"),
    ("Holy See", "VAT"), ("VAT", "VAT"), ("State of Palestine", "PSE"), ("EU", "eu"),
    ("European Union", "eu"),
    ("League of Arab States", "arab-league"), ("OAU", "au"), ("ICRtoP", "icrtop"),
    ("Global Centre for the Responsibility to Protect", "gcr2p"), ("Group of 77 and China", "g77"),
  ])
  func `other names of one speaker mean it`(name: String, id: String) throws {
    #expect(try ids(name) == [id])
  }

  @Test(arguments: [
    ("Niger", "NER"), ("Nigeria", "NGA"), ("Guinea", "GIN"), ("Guinea-Bissau", "GNB"),
    ("Equatorial Guinea", "GNQ"),
    ("Papua New Guinea", "PNG"), ("Dominica", "DMA"), ("Dominican Republic", "DOM"), ("Congo", "COG"),
    ("Democratic Republic of the Congo", "COD"), ("Republic of Korea", "KOR"),
    ("Democratic People's Republic of Korea", "PRK"), ("Sudan", "SDN"), ("South Sudan", "SSD"),
    ("Samoa", "WSM"),
    ("Ireland", "IRL"), ("India", "IND"), ("Indonesia", "IDN"), ("Mali", "MLI"), ("Malawi", "MWI"),
    ("Democratic Yemen", "YMD"), ("Yemen", "YEM"),
  ])
  func `names that resemble each other are told apart`(name: String, id: String) throws {
    #expect(try ids(name) == [id])
  }

  @Test func `what means several gives them all`() throws {
    #expect(Set(try ids("Dominican")) == ["DMA", "DOM"])
    #expect(Set(try ids("NAM")) == ["non-aligned-movement", "NAM"])
    #expect(Set(try ids("Congolese")) == ["COG", "COD"])
  }

  @Test func `what means nobody gives nobody`() throws {
    for name in [
      "", "  ", "the", "veto", "government", "the government of", "Atlantis", "of", "(", "Madam (", "🙂",
    ] {
      #expect(try ids(name).isEmpty, "\(name)")
    }
    #expect(try ids(String(repeating: "of ", count: 10_000)).isEmpty)
  }

  @Test(arguments: [
    ("2013", ["un-secretary-general", "ban-ki-moon"]),
    ("1955-05-05", ["un-secretary-general", "dag-hammarskjold"]),
    ("2006-12-31", ["un-secretary-general", "kofi-annan"]),
    ("2007-01-01", ["un-secretary-general", "ban-ki-moon"]),
    ("2016..2017", ["un-secretary-general", "ban-ki-moon", "antonio-guterres"]),
    ("1944", ["un-secretary-general"]),
  ])
  func `an office is its holder at the time`(date: String, expected: [String]) throws {
    let interval = try #require(Period.read(date) ?? DateInterval(date))
    #expect(table.resolve("the Secretary-General", on: interval).map(\.id) == expected)
  }

  @Test(arguments: ["Ban Ki-moon", "Mr. Ban Ki-moon", "Secretary-General Ban Ki-moon", "Ban", "BAN KI-MOON"])
  func `a person is found by name`(name: String) throws {
    #expect(try ids(name) == ["ban-ki-moon"])
  }

  @Test func `offices of a person`() throws {
    let person = try #require(table["jan-eliasson"])
    #expect(table.offices(of: person, on: DateInterval("2013")).map(\.id) == ["un-deputy-secretary-general"])
    #expect(
      table.offices(of: person, on: DateInterval("2006-01")).map(\.id) == ["un-general-assembly-president"])
    #expect(table.offices(of: person, on: nil).isEmpty)
  }

  @Test func `all names, codes and adjectives lead back`() {
    for speaker in table.speakers {
      for name in speaker.names.map(\.text) + speaker.codes + [speaker.id] where name != "AU" {
        let found = table.resolve(name).map(\.id)
        #expect(
          found.contains(speaker.id) || speaker.codes.contains(name) && name.count == 2, "\(name): \(found)")
      }
      for demonym in speaker.demonyms { #expect(!table.resolve(demonym).isEmpty, "\(demonym)") }
    }
  }
}
