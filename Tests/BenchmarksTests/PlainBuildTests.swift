import Foundation
import TestSupport
import Testing

@testable import Benchmarks

struct PlainBuildTests {
  private let folder = try! TemporaryFolder()

  private func words(of text: String) throws -> String {
    let table = ParagraphTable(path: try folder.write(text, to: "paragraphs.tsv"))
    let path = folder.path + "/words.tsv"
    try WordTable.write(table, to: path)
    return path
  }

  @Test func wordsArePartedBySpaces() throws {
    let path = try words(of: "A#1\tThe veto, “the” Veto!\nA#2\t—\nB#1\tCôte d’Ivoire\n")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == "A\tthe veto the veto\nB\tcôte d ivoire\n")
  }

  /// More words than are read at a time.
  @Test func everyWordIsCounted() throws {
    let paragraphs = (0..<30_000).map { "D\($0 / 7)#\($0)\tOne word\($0 % 100), and “one” more: veto." }
    let path = try words(of: paragraphs.joined(separator: "\n") + "\n")
    let figures = try PlainBuild(of: path, to: folder.path + "/plain.seg").run()
    #expect(figures.paragraphs == 30_000 && figures.words == 180_000)
    let file = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/plain.seg"))
    #expect(figures.byteCount == file.count)
    let sizes = Dictionary(uniqueKeysWithValues: figures.sections.map { ($0.name, $0.byteCount) })
    #expect(sizes["text"] == 0 && sizes["stemPostings"] == 0 && sizes["norms"] == 30_000)
    // and, more, one, veto, word0 to word99.
    #expect(sizes["termBytes"] == 14 + 10 * 5 + 90 * 6)
    #expect(figures.sections.reduce(0) { $0 + $1.byteCount } < file.count)
  }
}
