import Query
import Testing

/// What a tree tells of itself to those who search and highlight.
@Suite struct TreeTests {
  private static let query = """
    =a NEAR ("b c" OR d*) -(e~ "f g"~2) =S/RES/1 speaker:Chile about:Peru title:h kind:i year:2009 j NOTNEAR k
    """

  @Test func words() throws {
    let query = try #require(try parse(Self.query).query)
    var words: [String] = []
    query.forEachWord { words.append($0.text) }
    #expect(words == ["a", "b", "c", "f", "g", "S/RES/1", "j", "k"])
  }

  @Test func speakers() throws {
    let query = try #require(try parse(Self.query).query)
    var speakers: [String] = []
    query.forEachSpeaker { speakers.append($0.text) }
    #expect(speakers == ["Chile", "Peru"])
  }

  @Test func positiveLeaves() throws {
    let query = try #require(try parse(Self.query).query)
    var leaves: [Query] = []
    query.forEachPositiveLeaf { leaves.append($0) }
    #expect(leaves == [exact("a"), phrase("b c"), prefix("d"), symbol("S/RES/1"), anyForm("j")])
  }

  @Test(
    arguments: [
      ("kind:a title:b about:Chile", true), ("-level:document year:2009", true), ("speaker:Chile", true),
      ("kind:a prevent*", false), ("year:2009 -\"a b\"~2", false), ("color~", false), ("=S/RES/1", false),
      ("title:x a NEAR b", false),
    ] as [(String, Bool)])
  func filters(query: String, isFilter: Bool) throws {
    #expect(try #require(try parse(query).query).isFilter == isFilter)
  }

  @Test(
    arguments: [
      ("a NEAR (b OR \"c d\"~1) =S/RES/1 e* f~", true), ("a -b", false), ("a NEAR b year:2009", false),
      ("a kind:x", false), ("a about:x", false), ("a speaker:x", false),
    ] as [(String, Bool)])
  func standingInText(query: String, standsInText: Bool) throws {
    #expect(try #require(try parse(query).query).standsInText == standsInText)
  }

  /// Nodes that differ in one thing are different.
  @Test(
    arguments: [
      ("a NEAR b", "a NEAR/9 b"), ("a NEAR b", "a ADJ b"), ("a NEAR/s b", "a NEAR/p b"),
      ("a NEAR b", "b NEAR a"),
      ("\"a b\"~1", "\"a b\"~2"), ("\"a b\"~1", "\"a b\""), ("a*", "a~"), ("a~1", "a~2"), ("a*", "b*"),
      ("title:a", "section:a"), ("title:a", "title:=a"), ("doc:a", "doc:a*"), ("about:a", "speaker:a"),
      ("=S/RES/1", "=S/RES/2"), ("kind:a", "symbol:a"),
    ] as [(String, String)])
  func equality(left: String, right: String) throws {
    #expect(try parse(left).query != parse(right).query)
    #expect(try parse(left).query == parse(left).query)
  }
}
