import Query
import Testing
import Text

@Suite struct InterpretationTests {
  @Test(
    arguments: [
      ("veto \"focal point\" year:2009..2013", "veto (any form) AND \"focal point\" AND year 2009..2013"),
      ("(a b) OR c", "a (any form) AND b (any form) OR c (any form)"),
      ("(a OR b) c", "(a (any form) OR b (any form)) AND c (any form)"),
      ("-(a b)", "NOT (a (any form) AND b (any form))"),
      ("-(a OR -b)", "NOT (a (any form) OR NOT b (any form))"),
      ("a -=b", "a (any form) AND NOT \"b\""),
      ("=US", "US (in capitals)"),
      ("\"US\"", "\"US\""),
      ("secretary-general", "\"secretary general\""),
      ("=secretary-general", "\"secretary-general\""),
      ("year:2009", "year 2009"),
      ("year:..2010", "year ..2010"),
      ("year:2011..", "year 2011.."),
      ("-year:(2009 OR 2012..2013)", "NOT year (2009 or 2012..2013)"),
      ("date:2013-09", "date 2013-09"),
      ("date:2013-09-11", "date 2013-09-11"),
      ("date:2013-09..2013-10", "date 2013-09..2013-10"),
      ("date:2013-09..2013-10-15", "date 2013-09-01..2013-10-15"),
      ("date:..2013-10", "date ..2013-10"),
      ("date:(2009 OR 2013-09)", "date (2009 or 2013-09)"),
      ("date:2013-01-01..2014-12-31", "year 2013..2014"),
    ] as [(String, String)])
  func inPlainWords(query: String, expected: String) throws {
    #expect(try parse(query).interpreted == expected)
  }

  @Test func positiveLeaves() throws {
    let query = try #require(try parse("a -b (\"c d\" OR -(e f)) year:2009 =g").query)
    var leaves: [Query] = []
    query.forEachPositiveLeaf { leaves.append($0) }
    #expect(leaves == [anyForm("a"), phrase("c d"), exact("g")])
    #expect(query.clauseCount == 7)
  }
}
