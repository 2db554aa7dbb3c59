import Testing
import Text

@Suite("Date intervals")
struct DateIntervalTests {
  @Test(
    "A year, a month or a day",
    arguments: [
      ("2013", 20_130_101, 20_131_231), ("2013-09", 20_130_901, 20_130_930),
      ("2013-09-11", 20_130_911, 20_130_911),
      ("2012-02", 20_120_201, 20_120_229), ("1900-02", 19_000_201, 19_000_228),
      ("2000-02-29", 20_000_229, 20_000_229),
      ("0001", 10_101, 11_231), ("9999-12-31", 99_991_231, 99_991_231),
    ])
  func reads(text: String, first: Int32, last: Int32) throws {
    let date = try #require(DateInterval(text))
    #expect(date == DateInterval(first: first, last: last))
    #expect(date.description == text)
    #expect(date.year == Int(first / 10_000))
  }

  @Test(
    "Nothing else",
    arguments: [
      "", "13", "20130", "2013-", "2013-9", "2013-13", "2013-00", "2013-09-31", "2013-09-00", "2013-02-29",
      "1900-02-29",
      "0000", "2013-09-11-01", "-2013", "2013/09/11", "２０１３", "2013-09-11 ", "+013", "20a3",
    ])
  func refuses(text: String) {
    #expect(DateInterval(text) == nil)
  }

  @Test("Other intervals are written with two dots")
  func describesRanges() {
    #expect(DateInterval(first: 20_130_911, last: 20_130_912).description == "2013-09-11..2013-09-12")
    #expect(DateInterval(first: 20_090_101, last: 20_131_231).description == "2009-01-01..2013-12-31")
  }
}
