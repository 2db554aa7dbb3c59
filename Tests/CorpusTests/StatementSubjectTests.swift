import Testing

@testable import Corpus

/// ``SubjectRule``: the speaker is the subject of a verb of saying.
struct StatementSubjectTests {
  @Test(arguments: [
    ("The government of France raised its proposal on the veto.", "FRA"),
    ("France noted that the veto was a burden.", "FRA"),
    ("The representative of the United States of America, however, stressed the cost.", "USA"),
    ("The Permanent Representative of Ghana to the United Nations welcomed the report.", "GHA"),
    ("The French delegation has repeatedly called for restraint.", "FRA"),
    ("Brazil, whose initiative had been recalled, emphasized that prevention comes first.", "BRA"),
    ("The Dutch Foreign Minister said that time was short.", "NLD"),
    ("The Minister for Foreign Affairs of Brazil reiterated the offer.", "BRA"),
    ("The governments of Denmark, Ghana and Costa Rica announced a network.", "DNK,GHA,CRI"),
    ("Argentina, Switzerland, and Costa Rica, among others, noted the launch.", "ARG,CHE,CRI"),
    ("Côte d’Ivoire and the Democratic Republic of the Congo expressed concern.", "CIV,COD"),
    ("Governments, including the UK and Tanzania, discussed the mechanism.", "GBR,TZA"),
    ("Several governments, Switzerland among them, supported the initiative.", "CHE"),
    ("States such as Cuba and Malaysia opposed the text.", "CUB,MYS"),
    ("The EU took the opportunity to welcome the theme.", "eu"),
    ("Human Rights Watch urged the Council to act.", "hrw"),
    ("The ICRC began by recalling the law of war.", "icrc"),
    ("Kenya was of the view that the matter was urgent.", "KEN"),
    ("Chile was concerned that the debate was late.", "CHL"),
    ("Norway would like to stress the role of women.", "NOR"),
    ("Peru was among those that pointed to the gap.", "PER"),
    ("Togo does not support the text.", "TGO"),
    ("Russia did not agree that the Council had failed.", "RUS"),
    ("Iran (Islamic Republic of) declared that the sanctions were unjust.", "IRN"),
    ("The Group of Friends of R2P underlined the point.", "group-of-friends-r2p"),
    ("Rwanda, on behalf of the Group of Friends, reaffirmed the norm.", "RWA,group-of-friends-r2p"),
    ("Speaking on behalf of the African Group, Algeria stressed ownership.", "DZA,african-group"),
    ("In Libya, France and Italy noted, the mandate had been clear.", "FRA,ITA"),
    ("Among others, Estonia and Latvia pointed to impunity.", "EST,LVA"),
  ])
  func `named speakers`(sentence: String, expected: String) throws {
    #expect(try speakers(sentence) == expected)
  }

  @Test(arguments: [
    "One participant noted that the forum was the right one.", "A number of states expressed doubts.",
    "Several delegations from the region stressed the need.", "Many speakers welcomed the report.",
    "Others feared that the norm would be abused.",
    "The overwhelming majority of interventions supported the norm.",
    "Some African states called for more time.", "Speakers took the opportunity to recall the past.",
    "A couple of participants argued for clarity.", "Almost all member states declared their support.",
  ])
  func `speakers without a name`(sentence: String) throws {
    #expect(try speakers(sentence) == "-")
  }

  @Test(arguments: [
    "The situation in Syria raised the question of access.", "France's veto raised several questions.",
    "Action against Libya drew attention to the gap.", "The Council called on Sudan to comply.",
    "The proposal of Brazil was on the table.", "Resolution 1973 recalled earlier texts.",
    "France should raise the matter.", "Germany will propose a text next year.",
    "China did not mention the case.",
    "Egypt was asked to comment.", "Japan had been urged to speak.",
    "The text that Kenya proposed was put aside.",
    "If Mexico objected, the text would fall.", "No one suggested a way out.",
    "Countries such as Kenya have elections.",
    "An initiative led by the governments of Denmark and Ghana began in May.",
    "The American Samoa question is old.",
    "UN reports on Mali abound.", "Sanctions on Iran and Iraq hurt many.", "The UK abstained.",
  ])
  func `what is about somebody is not by them`(sentence: String) throws {
    let found = try speakers(sentence)
    #expect(!found.contains { $0.isUppercase }, "\(found)")
  }

  @Test func `clauses of one sentence have their own speakers`() throws {
    #expect(
      try said("Brazil stated that peace comes first, while Peru reflected on its own past.") == [
        "BRA: Brazil stated that peace comes first,", "PER: while Peru reflected on its own past.",
      ])
    #expect(
      try said("While France argued for restraint, there was little appetite for it.") == [
        "FRA: While France argued for restraint,"
      ])
    #expect(
      try said("France noted that Syria had agreed to talks and that Iran supported them.") == [
        "FRA: France noted that Syria had agreed to talks and that Iran supported them."
      ])
  }

  @Test func `a run of one speaker is one statement`() throws {
    #expect(
      try said("France noted the delay. France also regretted the cost. Italy agreed.") == [
        "FRA: France noted the delay. France also regretted the cost.", "ITA: Italy agreed.",
      ])
  }

  @Test func `a quotation goes on to its end, and what is quoted has no speakers of its own`() throws {
    #expect(
      try said("Germany declared “as France has stated, it is late. We should look ahead.” The meeting rose.")
        == [
          "DEU: Germany declared “as France has stated, it is late. We should look ahead.”"
        ])
  }
}
