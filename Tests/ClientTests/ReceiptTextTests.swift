import Testing
import Wire

@testable import Client

@Suite struct ReceiptTextTests {
  private static let lines = [
    ReceiptLine(
      number: 98, text: "- The <u>intergovern-",
      runs: [
        ReceiptRun(column: 1, byteCount: 1, fate: .removed, reason: "bullet"),
        ReceiptRun(column: 2, byteCount: 1, fate: .removed, reason: "white-space"),
        ReceiptRun(column: 3, byteCount: 4, fate: .kept),
        ReceiptRun(column: 7, byteCount: 3, fate: .removed, reason: "tag"),
        ReceiptRun(column: 10, byteCount: 11, fate: .kept),
        ReceiptRun(column: 21, byteCount: 1, fate: .removed, reason: "break-hyphen"),
      ]),
    ReceiptLine(number: 99, text: "", runs: []),
    ReceiptLine(
      number: 100, text: "12 08-51570",
      runs: [ReceiptRun(column: 1, byteCount: 11, fate: .removed, reason: "page-number")]),
    ReceiptLine(number: 101, text: "", runs: []), ReceiptLine(number: 102, text: "", runs: []),
    ReceiptLine(
      number: 103, text: "mental o\u{FB03}ces agreed. Then came another item of the agenda.",
      runs: [
        ReceiptRun(column: 1, byteCount: 8, fate: .kept),
        ReceiptRun(column: 9, byteCount: 3, fate: .spelled, letters: "ffi"),
        ReceiptRun(column: 12, byteCount: 11, fate: .kept),
        ReceiptRun(column: 23, byteCount: 1, fate: .removed, reason: "white-space"),
        ReceiptRun(column: 24, byteCount: 37, fate: .elsewhere),
      ]),
  ]
  private static let receipt = ReceiptMessage(
    lines: lines,
    joins: [ReceiptJoin(line: 98, nextLine: 103, cause: "page-break", hyphen: "dropped", space: false)])

  private func text(_ receipt: ReceiptMessage = receipt, width: Int, colors: Bool = false) -> String {
    TextLayout(width: width, hasColors: colors).text(of: receipt)
  }

  @Test func width80() {
    #expect(
      text(width: 80) == """
        from lines 98 to 103 of the source:
           98  - The <u>intergovern-
               ^     ^^^           ^  removed: bullet, tag, break hyphen
           99  (blank)
          100  12 08-51570
               ^^^^^^^^^^^  removed: page number
          101  (2 blank)
          103  mental o\u{FB03}ces agreed. Then came another item of the agenda.
                       =            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
               ↑ written ffi; in another paragraph
          line 98 → 103: a page break inside a sentence, hyphen taken out


        """)
  }

  @Test func width40() {
    #expect(
      text(width: 40) == """
        from lines 98 to 103 of the source:
           98  - The <u>intergovern-
               ^     ^^^           ^
               ↑ removed: bullet, tag, break
                 hyphen
           99  (blank)
          100  12 08-51570
               ^^^^^^^^^^^  removed: page number
          101  (2 blank)
          103  mental o\u{FB03}ces agreed. Then came
                       =            ~~~~~~~~~
               ↑ written ffi; in another
                 paragraph
               another item of the agenda.
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~
               ↑ in another paragraph
          line 98 → 103: a page break inside a
            sentence, hyphen taken out


        """)
  }

  @Test func isNeverTooWide() {
    for width in 20...120 {
      for line in text(width: width).split(separator: "\n") { #expect(line.unicodeScalars.count <= width) }
    }
  }

  @Test func whatWasLeftAloneIsSaid() {
    let line = ReceiptLine(
      number: 7, text: "As it stood.", runs: [ReceiptRun(column: 1, byteCount: 12, fate: .kept)])
    #expect(
      text(ReceiptMessage(lines: [line], joins: []), width: 80)
        == "from line 7 of the source:\n  7  As it stood.\n  nothing was joined or taken out\n\n")
    #expect(text(ReceiptMessage(lines: [], joins: []), width: 80).isEmpty)
  }

  @Test func linesWithNothingToSeeAreNamed() {
    let texts = ["a", "", " \t", "\u{A0}", "\u{0C}", "", " \u{0C}\u{0C}", "\u{0C}b"]
    let lines = texts.enumerated().map { ReceiptLine(number: $0 + 1, text: $1, runs: []) }
    #expect(
      text(ReceiptMessage(lines: lines, joins: []), width: 80) == """
        from lines 1 to 8 of the source:
          1  a
          2  (3 blank)
          5  (form feed)
          6  (blank)
          7  (form feed)
          8   b
          nothing was joined or taken out


        """)
  }

  @Test func joinsThatAreAlikeAreOneSentence() {
    func join(_ line: Int, _ next: Int, _ cause: String, _ hyphen: String? = nil) -> ReceiptJoin {
      ReceiptJoin(line: line, nextLine: next, cause: cause, hyphen: hyphen, space: hyphen == nil)
    }
    let joins = [
      join(1, 2, "wrap"), join(2, 3, "wrap"), join(3, 4, "wrap", "kept"), join(4, 5, "wrap"),
      join(5, 7, "link"), join(7, 9, "link"), join(9, 12, "blank-line"), join(12, 13, "wrap", "soft"),
      join(13, 14, "unheard-of"),
    ]
    let line = ReceiptLine(number: 1, text: "a", runs: [])
    let text = text(ReceiptMessage(lines: [line], joins: joins), width: 80)
    #expect(
      text.split(separator: "\n").dropFirst(2).map { $0.drop { $0 == " " } } == [
        "lines 1 to 3: joined at 2 line ends", "line 3 → 4: a line's end, hyphen kept",
        "line 4 → 5: a line's end", "lines 5 to 9: joined at 2 links on lines of their own",
        "line 9 → 12: a blank line inside a sentence", "line 12 → 13: a line's end, soft hyphen taken out",
        "line 13 → 14: unheard-of",
      ])
  }

  /// What a document says does not move the terminal, and what has no width of its own gets a column for its sign.
  @Test func isClean() {
    let line = ReceiptLine(
      number: 1, text: "a\u{1B}[31m\u{AD}b\u{200B}\t国c",
      runs: [
        ReceiptRun(column: 1, byteCount: 1, fate: .kept),
        ReceiptRun(column: 2, byteCount: 1, fate: .removed, reason: "control\u{1B}"),
        ReceiptRun(column: 3, byteCount: 4, fate: .kept),
        ReceiptRun(column: 7, byteCount: 2, fate: .removed, reason: "soft-hyphen"),
        ReceiptRun(column: 9, byteCount: 1, fate: .kept),
        ReceiptRun(column: 10, byteCount: 3, fate: .removed, reason: "control"),
        ReceiptRun(column: 13, byteCount: 1, fate: .kept),
        ReceiptRun(column: 14, byteCount: 3, fate: .elsewhere),
      ])
    let rows = ReceiptRow.rows(of: line, width: 40)
    #expect(
      rows == [
        ReceiptRow(
          text: "a␛[31m-b\u{FFFD} 国c", signs: " ^    ^ ^ ~~",
          note: "removed: control␛, soft hyphen, control; in another paragraph")
      ])
  }

  /// Whatever a daemon says, nothing traps: runs that overlap, leave gaps, or lie outside of the line.
  @Test func oddRunsAreBorne() {
    let runs = [(-5, 3), (0, 0), (2, 100), (1, 1), (Int.max, 1), (3, -4)].map { column, count in
      ReceiptRun(column: column, byteCount: count, fate: .removed)
    }
    let line = ReceiptLine(number: Int.max, text: "abc\u{E9}", runs: runs)
    #expect(ReceiptRow.rows(of: line, width: 1).count == 4)
    #expect(!text(ReceiptMessage(lines: [line], joins: []), width: 20).isEmpty)
  }

  @Test func coloursAreForNumbersAndSigns() {
    let plain = text(width: 80)
    let colored = text(width: 80, colors: true)
    #expect(colored.contains("\u{1B}[2m^     ^^^"))
    let stripped = colored.replacing("\u{1B}[0m", with: "").replacing("\u{1B}[1m", with: "")
      .replacing("\u{1B}[2m", with: "")
    #expect(stripped == plain)
  }
}
