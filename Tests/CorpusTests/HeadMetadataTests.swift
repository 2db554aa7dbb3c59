import Testing
import Text

@testable import Corpus

struct HeadMetadataTests {
  @Test(arguments: [
    ("25 September 2009", "2009-09-25"), ("New York, September 11, 2013", "2013-09-11"),
    ("2013-09-11", "2013-09-11"),
    ("the 1st of June", nil), ("3rd May 1999", "1999-05-03"), ("September 2009", nil),
    ("31 February 2009", nil),
    ("on Sept 4 2010", "2010-09-04"), ("2013", nil), ("A/67/929", nil),
  ])
  func `full dates`(line: String, date: String?) {
    #expect(DateFinder.first(in: Array(line.utf8)[...])?.date.description == date)
  }

  @Test func `title, subtitle and date`() throws {
    let found = try document(
      "\n\nThemes of a Meeting\nThe next five years\n25 September 2009\n\nIntroduction\n\n" + prose("it"))
    #expect(found.title == "Themes of a Meeting: The next five years")
    #expect(found.date?.description == "2009-09-25")
    #expect(found.warnings.isEmpty)
    #expect(found.sections.map(\.headings) == [[], ["Introduction"]])
  }

  @Test func `a bold title over two lines`() throws {
    let found = try document(
      "**The Common Duty:\nA Deeper View**\n\nMeeting in Oslo, 28 September 2012\n\nOverview\n\n"
        + prose("it"))
    #expect(found.title == "The Common Duty: A Deeper View")
    #expect(found.date?.description == "2012-09-28")
  }

  @Test func `the date of the meeting the first sentence tells of`() throws {
    let found = try document(
      "Assembly holds fifth dialogue\n\nOn 11 September 2013, the Assembly held its dialogue. More.")
    #expect(found.date?.description == "2013-09-11")
  }

  @Test func `the date in a line under the title`() throws {
    let found = try document(
      "Remarks at the Assembly\n\nThe Prime Minister of Chad, Mr. Smith, at New York on September 27th, 2024\n\n"
        + prose("it"))
    #expect(found.date?.description == "2024-09-27")
    let told = try document(
      "Remarks at the Assembly\n\nIt was said on 27 September 2024 to all of them\n\n" + prose("it"))
    #expect(told.date == nil)
  }

  @Test(arguments: [
    "In the Name of Allah, the Most Gracious", "Bismillahirrahmanirrahim", "Mdm President, Your Excellencies",
  ])
  func `an invocation is no title`(line: String) throws {
    #expect(try document(line + "\n\n" + prose("it"), path: "CHD.txt").title == "CHD")
    #expect(try document("**\(line)**\n\n" + prose("it"), path: "CHD.txt").title == "CHD")
  }

  @Test(arguments: [
    "On 24 October 1945, the Charter was adopted and we were there. ", "I speak to you on 24 October 1995. ",
    "Mr. President, on 2 May 1999 we met. ",
  ])
  func `speech has neither title nor date`(start: String) throws {
    let found = try document(start + prose("it") + "\n\n" + prose("that"), path: "1995/FRA.txt")
    #expect(found.title == "FRA")
    #expect(found.date == nil)
    #expect(found.warnings.count == 1)
  }

  @Test func `an ordinary date below a title is not the document's`() throws {
    #expect(try document("A Title of a Note\n\n" + prose("the Charter of 24 October 1945")).date == nil)
  }

  @Test func `a paragraph of thousands of words is worth a warning`() throws {
    let words = "\nIt is " + String(repeating: "word ", count: 2_000) + "here."
    #expect(try document(words).warnings.contains { $0.line == 2 })
  }
}
