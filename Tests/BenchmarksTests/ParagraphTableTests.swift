import TestSupport
import Testing

@testable import Benchmarks

struct ParagraphTableTests {
  private let folder = try! TemporaryFolder()

  private func rows(of text: String) throws -> [String] {
    let table = ParagraphTable(path: try folder.write(text, to: "paragraphs.tsv"))
    var rows: [String] = []
    try table.forEachParagraph { paragraph in
      rows.append(
        "\(paragraph.line) \(String(decoding: paragraph.document, as: UTF8.self)): "
          + String(decoding: paragraph.text, as: UTF8.self))
    }
    return rows
  }

  @Test func aLineIsAParagraph() throws {
    #expect(
      try rows(of: "1946/ARG#1\tThe first.\n1946/ARG#12\t\nB\ta\tTAB in the text\nC#D#2\tno end of line")
        == ["0 1946/ARG: The first.", "1 1946/ARG: ", "2 B: a\tTAB in the text", "3 C#D: no end of line"])
  }

  @Test func linesMayCrossTheEdgeOfAPiece() throws {
    // A piece is read at a time, a mebibyte: lines of 1,000 bytes end at every place of it.
    let lines = (0..<3_000).map { "D#\($0)\t" + String(repeating: "é", count: 495) }
    let rows = try rows(of: lines.joined(separator: "\n") + "\n")
    #expect(rows.count == 3_000)
    #expect(rows.allSatisfy { $0.hasSuffix("D: " + String(repeating: "é", count: 495)) })
  }

  @Test(arguments: [
    ("", "the file is empty"), ("A#1\tText.\nno tab\n", ":2: an id and a TAB"),
    ("\tText.\n", ":1: an id and a TAB"),
  ])
  func whatIsNoTableIsSaid(text: String, reason: String) throws {
    let error = try #require(throws: BenchmarkError.self) { try rows(of: text) }
    #expect(error.description.contains(reason))
  }

  @Test func aMissingFileIsSaid() throws {
    let error = try #require(throws: BenchmarkError.self) {
      try ParagraphTable(path: folder.path + "/none.tsv").forEachParagraph { _ in }
    }
    #expect(error.description.contains("none.tsv: there is no such file"))
  }
}
