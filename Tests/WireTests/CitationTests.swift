import TestSupport
import Testing

@testable import Wire

/// Citations in every style.
@Suite struct CitationTests {
  private let citation = CitationMessage(
    id: "talks/a#p12@3f9a1c", unit: "talks/a#p12", level: "paragraph",
    document: DocumentMessage(
      id: "talks/a", title: "Talks & more: 50% of {it}", date: "2013-09-11", year: 2013, publisher: "R_2 #1",
      language: "en", symbol: "A/67/929"),
    speakers: ["France"], mode: "turn", paragraphs: [12, 12], quote: "A *veto* is_no [right].")

  private func citation(_ change: (inout CitationMessage) -> Void) -> CitationMessage {
    var citation = citation
    change(&citation)
    return citation
  }

  // MARK: Footnotes

  @Test func aFootnoteIsALineThatEndsWithTheId() {
    #expect(
      citation.footnote
        == "France, in “Talks & more: 50% of {it}”, R_2 #1, 11 September 2013, A/67/929, para. 12, talks/a#p12@3f9a1c"
    )
    let bare = CitationMessage(
      id: "a", unit: "a", level: "document", document: DocumentMessage(id: "a", title: ""))
    #expect(bare.footnote == "“a”, undated, a")
    #expect(citation { $0.document.title = "a\nb\u{1B}c" }.footnote.contains("“a b␛c”"))
  }

  @Test(arguments: [
    ("speech", "France, “Talks"), ("turn", "France, in “Talks"),
    ("reported", "France, as reported in “Talks"),
  ])
  func aFootnoteSaysInWhatFormItIsSaid(mode: String, start: String) {
    #expect(citation { $0.mode = mode }.footnote.hasPrefix(start))
    #expect(citation { ($0.mode, $0.speakers) = (mode, []) }.footnote.hasPrefix("“Talks"))
  }

  @Test func severalSpeakersAndParagraphs() {
    let names = ["France", "Chile", "Peru", "Fiji"]
    let starts = [
      "France, in", "France and Chile, in", "France, Chile and Peru, in",
      "France, Chile, Peru and others, in",
    ]
    for (count, start) in zip(1..., starts) {
      #expect(citation { $0.speakers = Array(names.prefix(count)) }.footnote.hasPrefix(start))
    }
    #expect(citation { $0.paragraphs = [12, 14] }.footnote.contains(", paras. 12–14, "))
  }

  @Test(arguments: [
    ("2013", "2013"), ("2013-09", "September 2013"), ("2013-12-01", "1 December 2013"),
    ("2013-09-11..2013-09-13", "11 September 2013 – 13 September 2013"), ("soon", "soon"),
  ])
  func datesAreAsExactAsTheyAreKnown(date: String, words: String) {
    #expect(citation { $0.document.date = date }.footnote.contains(", \(words), "))
  }

  // MARK: Markdown

  @Test func markdownQuotesTheWords() {
    #expect(
      citation.markdown
        == "> A \\*veto\\* is_no \\[right\\].\n\n— France, in “Talks & more: 50% of {it}”, R_2 #1, 11 September 2013, "
        + "A/67/929, para. 12, talks/a#p12@3f9a1c")
    #expect(citation { $0.quote = nil }.markdown == MarkdownText.escaped(citation.footnote))
  }

  @Test(arguments: [
    ("# no heading", "\\# no heading"), ("- no list", "\\- no list"), ("12. no list", "12\\. no list"),
    ("12) no list", "12\\) no list"), ("1,200 people", "1,200 people"), ("a - b", "a - b"), ("R&D", "R\\&D"),
    ("this & that", "this & that"), ("_a_ FRA_78", "\\_a\\_ FRA_78"), ("<b>", "\\<b\\>"), ("a\nb", "a b"),
    ("\\*", "\\\\\\*"), ("`x` ~y~", "\\`x\\` \\~y\\~"), ("", ""), ("2013", "2013"),
  ])
  func markdownShowsAsTheText(text: String, markdown: String) {
    #expect(MarkdownText.escaped(text) == markdown)
  }

  // MARK: BibTeX

  @Test func bibTeXEscapesWhatLaTeXWouldObey() {
    #expect(
      citation.bibTeX == """
        @misc{talks/a:p12,
          author = {{France}},
          title = {{Talks \\& more: 50\\% of \\textbraceleft{}it\\textbraceright{}}},
          howpublished = {R\\_2 \\#1},
          year = {2013},
          month = sep,
          date = {2013-09-11},
          note = {A/67/929, para. 12, talks/a\\#p12@3f9a1c},
        }
        """)
    let bare = CitationMessage(
      id: "a", unit: "a", level: "document",
      document: DocumentMessage(id: "a", title: "T", date: "2013..2014"))
    #expect(
      bare.bibTeX == "@misc{a,\n  title = {{T}},\n  year = {2013},\n  date = {2013/2014},\n  note = {a},\n}")
  }

  /// Who is reported of is not who wrote it.
  @Test func reportedSpeakersAreInTheNote() {
    let reported = citation { ($0.mode, $0.speakers) = ("reported", ["France", "Chile"]) }
    #expect(!reported.bibTeX.contains("author"))
    #expect(reported.bibTeX.contains("note = {speakers as reported: France; Chile, A/67/929"))
    let joint = citation { $0.speakers = ["France", "Bosnia and Herzegovina"] }
    #expect(joint.bibTeX.contains("author = {{France} and {Bosnia and Herzegovina}}"))
  }

  @Test func keysAreUniqueAndHoldWhatKeysMay() {
    let ids = [
      "a#p1", "a#s1", "a", "a:p1", "a#p1#p1", "a#p1:p1", "a p1", "a+20p1", "ä,{}", "FRA_78/2023.x-y",
    ]
    let keys = ids.map(TeX.key)
    #expect(Set(keys).count == ids.count)
    #expect(keys[0] == "a:p1" && keys[3] == "a+3ap1" && keys[9] == "FRA_78/2023.x-y")
    for key in keys {
      #expect(key.utf8.allSatisfy { (0x2B...0x7A).contains($0) && !" ,\\".utf8.contains($0) }, "\(key)")
    }
  }

  /// BibTeX counts braces whatever stands before them, and no entry may end early.
  @Test func bracesAreBalancedWhateverTheTextIs() {
    var random = RandomMessages(seed: 8)
    for _ in 0..<2_000 {
      var depth = 0
      let entry = random.citation().bibTeX
      for (position, scalar) in entry.unicodeScalars.enumerated() {
        if scalar == "{" { depth += 1 }
        if scalar == "}" { depth -= 1 }
        #expect(depth > 0 || position < 6 || position == entry.unicodeScalars.count - 1, "\(entry)")
      }
      #expect(depth == 0)
    }
  }

  // MARK: CSL

  @Test func cslItems() {
    func line(_ citation: CitationMessage) -> String {
      String(decoding: JSONWriter.line(CSLItem(citation)).dropLast(), as: UTF8.self)
    }
    #expect(
      line(citation)
        == #"{"author":[{"literal":"France"}],"id":"talks/a#p12","issued":{"date-parts":[[2013,9,11]]},"language":"en","#
        + #""locator":"12","note":"talks/a#p12@3f9a1c","number":"A/67/929","publisher":"R_2 #1","#
        + #""title":"Talks & more: 50% of {it}","type":"report"}"#)
    let reported = CSLItem(citation { $0.mode = "reported" })
    #expect(reported.author == nil && reported.note == "speakers as reported: France, talks/a#p12@3f9a1c")
    #expect(CSLItem(citation { $0.mode = "speech" }).type == "speech")
    #expect(
      CSLItem(citation { $0.document.date = "2013-09..2013-10" }).issued?.parts == [[2013, 9], [2013, 10]])
    #expect(CSLItem(citation { $0.document.date = nil }).issued == nil)
  }
}
