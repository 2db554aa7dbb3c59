import Testing

@testable import Corpus

struct ReceiptTests {
  private let text = """
    A Title of a Note

    - The <u>**inter**</u>-

    12 08-51570
    \u{0C}
    group talks of\u{A0}[Chad](#) were ef\u{AD}fective; the intergroup o\u{FB03}ce agreed.
    """

  @Test func `shows the lines as they stood and what went`() throws {
    let receipt = try receipt(of: "talks", in: text)
    #expect(receipt.lines.map(\.number) == Array(3...7))
    #expect(
      receipt.lines.map(\.text).joined(separator: "\n") == text.split(separator: "\n\n", maxSplits: 1)[1])
    for (removal, count) in [
      (Removal.bullet, 1), (.tag, 2), (.emphasis, 2), (.pageNumber, 1), (.breakHyphen, 1), (.link, 2),
      (.softHyphen, 1),
    ] {
      #expect(receipt.count(of: removal) == count, "\(removal)")
    }
    #expect(
      receipt.joins == [
        Join(line: 3, nextLine: 7, cause: .pageBreak, hyphen: .dropped, hasSpace: false)
      ])
  }

  @Test func `its runs cover each line, and what is kept is the paragraph`() throws {
    let (document, account) = try account(bytes: Array(text.utf8))
    for (index, paragraph) in document.paragraphs.enumerated() {
      var kept: [UInt8] = []
      for line in account.receipt(ofParagraph: index).lines {
        var column = 1
        for run in line.runs {
          #expect(run.column == column)
          column += run.byteCount
          switch run.fate {
          case .kept: kept += line.utf8[run.column - 1..<column - 1]
          case .spelled(let letters): kept += Array(letters.utf8)
          case .removed, .elsewhere: break
          }
        }
        #expect(column == line.utf8.count + 1)
      }
      #expect(kept.filter { $0 != 0x20 } == paragraph.utf8.filter { $0 != 0x20 })
    }
    #expect(
      document.paragraphs.last?.text
        == "The intergroup talks of Chad were effective; the intergroup office agreed.")
  }

  @Test func `a ligature is a substitution with its place`() throws {
    let receipt = try receipt(of: "office", in: text)
    let line = try #require(receipt.lines.last)
    let run = try #require(line.runs.first { $0.fate == .spelled("ffi") })
    #expect(run.byteCount == 3)
    #expect(line.utf8[run.column - 1..<run.column + 2].elementsEqual("\u{FB03}".utf8))
  }

  @Test func `a line of two names tells them apart`() throws {
    let list = "[Chad](#)\n\n[Peru](#)\n\n[Fiji](#)\n\n[Mali](#) [Togo](#)"
    let receipt = try receipt(of: "Togo", in: prose("one") + "\n\n" + list)
    #expect(receipt.lines.map(\.number) == [9])
    #expect(receipt.lines[0].runs.map(\.fate).contains(.elsewhere))
    #expect(receipt.joins.isEmpty)
  }

  @Test func `a glyph on a line above belongs to the paragraph`() throws {
    let receipt = try receipt(of: "Early", in: "They ask for:\n\n\u{F0B7}\n\nEarly action.")
    #expect(receipt.lines.map(\.number) == [3, 4, 5])
    #expect(receipt.count(of: .bullet) == 1)
  }

  @Test(
    arguments: [
      ("One of the\nlines.", Join.Cause.wrap, nil, true), ("One of the\n\nlines.", .blankLine, nil, true),
      ("One of the\n\u{0C}\nlines.", .pageBreak, nil, true), ("One of the\n\n[lines](#)", .link, nil, true),
      ("One inter-\nline.", .wrap, .kept, false), ("One inter\u{AD}\nline.", .wrap, .soft, false),
    ] as [(String, Join.Cause, Join.Hyphen?, Bool)])
  func `joins by what parted the lines`(
    source: String, cause: Join.Cause, hyphen: Join.Hyphen?, hasSpace: Bool
  ) throws {
    let join = try #require(try receipt(of: "One", in: source).joins.first)
    #expect((join.cause, join.hyphen, join.hasSpace) == (cause, hyphen, hasSpace))
  }

  @Test func `counts add up`() throws {
    let found = try document(text).repairs
    #expect(found.count(of: Join.Cause.pageBreak) == 1)
    #expect(found.count(of: Join.Hyphen.dropped) == 1)
    #expect(found.count(of: Removal.link) == 2)
    #expect((found.headings, found.bullets, found.names, found.ligatures, found.mojibake) == (1, 1, 0, 1, 0))
    var sum = RepairCounts()
    sum += found
    sum += found
    #expect(sum.count(of: Removal.softHyphen) == 2)
    #expect(sum.headings == 2)
  }
}
