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
      ("year:2009", "year 2009"), ("level:document", "everything"), ("", ""),
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
      // Proximity stands in parentheses wherever something follows that might seem to belong to it.
      ("a NEAR b", "a (any form) within 10 words of b (any form)"),
      ("=a NEAR/1 =b", "\"a\" within 1 word of \"b\""),
      ("=a NEAR/s =b", "\"a\" in the same sentence as \"b\""),
      ("=a NEAR/p =b", "\"a\" in the same paragraph as \"b\""),
      ("=a ADJ/3 =b", "\"a\" at most 3 words before \"b\""),
      ("=a ADJ/s =b", "\"a\" in the same sentence before \"b\""),
      ("=a ADJ/p =b", "\"a\" in the same paragraph before \"b\""),
      ("=a NOTNEAR =b", "\"a\" not within 10 words of \"b\""),
      ("=a NOTNEAR/s =b", "\"a\" not in the same sentence as \"b\""),
      ("=a NOTNEAR/p =b", "\"a\" not in the same paragraph as \"b\""),
      ("=a NEAR =b =c", "(\"a\" within 10 words of \"b\") AND \"c\""),
      ("=c OR =a NEAR =b", "\"c\" OR (\"a\" within 10 words of \"b\")"),
      ("-=a NEAR =b", "NOT (\"a\" within 10 words of \"b\")"),
      ("=a NEAR =b ADJ/2 =c", "(\"a\" within 10 words of \"b\") at most 2 words before \"c\""),
      ("=a NEAR (=b OR =c =d)", "\"a\" within 10 words of (\"b\" OR \"c\" AND \"d\")"),
      // Slop and patterns.
      ("\"a b\"~1 =c", "\"a b\" (up to 1 word between) AND \"c\""),
      ("\"a b\"~2", "\"a b\" (up to 2 words between)"),
      ("\"a b\"~0", "\"a b\""),
      ("prevent*", "prevent… (any ending)"),
      ("-A/67*", "NOT A/67… (any ending)"),
      ("color~", "color (within 1 edit)"),
      ("color~2", "color (within 2 edits)"),
      ("=S/RES/1973 =a", "any of (\"S/RES/1973\" = \"S/RES/1973 (…)\") AND \"a\""),
      // Fields.
      ("doc:2013*", "document 2013…"),
      ("title:dialogue", "title with dialogue (any form)"),
      ("title:\"a b\"", "title with \"a b\""),
      ("-section:=a", "NOT section with \"a\""),
      ("kind:(speech OR debate)", "kind speech OR kind debate"),
      ("symbol:A/67/929 lang:en", "symbol A/67/929 AND language en"),
      ("about:\"Ban Ki moon\"", "about Ban Ki moon"),
      ("speaker:France about:Chile", "a statement (by France AND about Chile)"),
      ("mode:turn title:\"a b\"", "a statement (mode turn) AND title with \"a b\""),
      ("level:document =a", "\"a\""),
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
