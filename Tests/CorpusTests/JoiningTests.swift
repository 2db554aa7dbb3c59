import Testing

@testable import Corpus

struct JoiningTests {
  @Test(arguments: [
    (
      "The government of\n\n[France](#)\n\nraised its proposal.",
      "The government of France raised its proposal."
    ),
    ("In his\n\n[speech](#)\n\n, he said no.", "In his speech, he said no."),
    (
      "Others, including\n\n[Chad](#)\n\n, Peru,\n\n[Mali](#)\n\nand\n\n[Fiji](#)\n\n, agreed.",
      "Others, including Chad, Peru, Mali and Fiji, agreed."
    ),
    ("They met (in\n\n[Geneva](#)\n\n) twice.", "They met (in Geneva) twice."),
    (
      "The idea of ‘\n\n[shared duty](#)\n\n(SD), it was said.", "The idea of ‘shared duty (SD), it was said."
    ),
    ("[Chad](#)\n\n's speech was short.", "Chad's speech was short."),
    ("It was chaired by Mr.\n\n[Smith](#)\n\nof Peru.", "It was chaired by Mr. Smith of Peru."),
  ])
  func `links on lines of their own`(source: String, text: String) throws {
    #expect(try paragraphs(source) == [text])
  }

  @Test func `a link that opens a sentence opens a paragraph`() throws {
    let text = prose("this") + "\n\n[New Chad](#)\n\n's speech was short."
    #expect(try paragraphs(text) == [prose("this"), "New Chad's speech was short."])
  }

  @Test(arguments: [
    "\n\n", "\n\n\n\n", "\n\u{0C}\n", "\u{0C}", "\n\u{0C}12\n", "\n13 08-51570\n\n", "\n\n- 7 -\n\n",
    "\nPage 3\n\n",
    "\n15-29431 11/51\n\u{0C}\nA/70/PV.16 29/09/2015\n",
  ])
  func `a page's end inside a sentence`(pageBreak: String) throws {
    let sentence = prose("the road") + " It was agreed by most of those who spoke after him that the policy"
    #expect(
      try paragraphs(sentence + pageBreak + "is only part of the task.") == [
        sentence + " is only part of the task."
      ])
  }

  @Test func `what ends its sentence is not joined`() throws {
    let text = prose("one") + "\n\n" + prose("two")
    #expect(try paragraphs(text) == [prose("one"), prose("two")])
  }

  @Test(arguments: [
    ("I congratulate you,", "Mr. President, on your election and wish you success in your work."),
    (
      "It is my privilege and honour once again to address the General",
      "Assembly on behalf of the Federation."
    ),
  ])
  func `a sentence that has begun goes on with a capital`(start: String, end: String) throws {
    #expect(try paragraphs(start + "\n\n" + end) == [start + " " + end])
  }

  @Test(arguments: [
    "Mr. President,", "Distinguished Delegates", "In the name of God the clement and the merciful,",
  ])
  func `a greeting stands by itself`(greeting: String) throws {
    #expect(try paragraphs(prose("one") + "\n\n" + greeting + "\n\n" + prose("two"))[1] == greeting)
  }

  @Test func `a label stands by itself`() throws {
    let list =
      "Argentina, Australia, Chad, Chile, France, Jordan, Lithuania, Luxembourg, Nigeria, the Republic of Korea"
    #expect(
      try paragraphs("In favour:\n\n" + list + "\n\nAgainst:\n\nChina") == [
        "In favour:", list, "Against:", "China",
      ])
  }

  @Test func `a full stop that a scan has raised ends a sentence, a speck does not`() throws {
    let text = prose("it").dropLast() + "·"
    #expect(try paragraphs(text + "\n\n" + prose("that")) == [String(text), prose("that")])
    let cut = prose("it") + " Then you should under-·"
    #expect(try paragraphs(cut + "\n\nstand it.") == [cut + " stand it."])
    #expect(try paragraphs(prose("it") + " ·\n\n" + prose("that")).count == 2)
  }

  @Test func `quotation marks that a wrong table has spoilt open and close sentences`() throws {
    let quote = "\u{E2}\u{20AC}\u{153}" + prose("it") + "\u{E2}\u{20AC}\u{9D}"
    #expect(try paragraphs(prose("one") + "\n\n" + quote + "\n\n" + prose("two")).count == 3)
  }

  @Test func `an unfinished bullet takes what goes on, not what begins`() throws {
    let text =
      "They ask for:\n\n- more support for the\n\nregional bodies\n\nMany others disagreed with that view."
    #expect(
      try paragraphs(text) == [
        "They ask for:", "more support for the regional bodies", "Many others disagreed with that view.",
      ])
  }

  @Test func `recitals stay apart`() throws {
    let first =
      "Recalling its earlier resolutions on the matter and the report of the Secretary-General on it, and more,"
    let second = "Noting with concern that the situation has not changed at all since that time,"
    #expect(try paragraphs(first + "\n\n" + second) == [first, second])
  }

  @Test func `quotation marks at a joint`() throws {
    #expect(
      try paragraphs("They call it \"\n\n[a duty](#)\n\n\" of all.") == ["They call it \"a duty\" of all."])
  }
}
