import TestSupport
import Testing
import Text

@testable import Corpus

struct TableTests {
  private func documents(_ table: String, _ name: String, _ rule: String) throws -> [Document] {
    let yaml = "rules:\n  - files: \(name)\n" + rule.split(separator: "\n").map { "    \($0)\n" }.joined()
    let configuration = try CorpusConfiguration(Array(yaml.utf8), path: "corpus.yaml")
    let source = SourceFile(path: name, id: name, byteCount: table.utf8.count)
    var documents: [Document] = []
    try DocumentReader(bytes: Array(table.utf8), source: source, configuration: configuration)
      .forEachDocument { documents.append($0) }
    return documents
  }

  @Test func commasWithQuotesLineBreaksAndAHeader() throws {
    let table =
      "Number,Country,Speech,When\r\n7,France,\"We said \"\"never again\"\", and\nmeant it.\",2013-09-11\r\n"
      + ",\"Chile; Peru\",Short and plain enough to be said.,\r\n"
    let found = try documents(
      table, "debate.csv", "columns: {text: Speech, speaker: Country, date: When, id: Number}\nform: speech")
    #expect(found.map(\.id) == ["debate.csv/7", "debate.csv/2"])
    #expect(found.map(\.speakers) == [["France"], ["Chile", "Peru"]])
    #expect(found[0].date == DateInterval("2013-09-11") && found[1].date == nil)
    #expect(found.allSatisfy { $0.form == .speech && $0.path == "debate.csv" })
    #expect(found[0].paragraphs.map(\.text) == ["We said \"never again\", and meant it."])
    try expectPlaces(found, table)
    #expect(found[0].paragraphs[0].endLine == 3 && found[1].paragraphs[0].pieces[0].line == 4)
  }

  @Test func tabsByNumber() throws {
    let table = "1\tTHE ALLIES AFTER NASSAU met again \"in the spring\".\n\n2\tAnother text.\n"
    let found = try documents(table, "docs.tsv", "columns: {id: 1, text: 2}\nheader: false")
    #expect(found.map(\.id) == ["docs.tsv/1", "docs.tsv/2"])
    #expect(found[0].paragraphs.map(\.text) == ["THE ALLIES AFTER NASSAU met again \"in the spring\"."])
    try expectPlaces(found, table)
  }

  @Test func jsonLines() throws {
    let table = #"""
      {"id": 3, "speaker": null, "words": "Caf\u00e9 \"noir\"\nand \ud83d\ude00 the rest", "x": [1, {"y": "]"}]}

      { "words" : "Second", "year" : 2013 }
      """#
    let found = try documents(
      table, "talk.jsonl", "columns: {text: words, id: id, year: year, speaker: speaker}")
    #expect(found.map(\.id) == ["talk.jsonl/3", "talk.jsonl/2"])
    #expect(found[0].paragraphs.map(\.text) == ["Café \"noir\" and 😀 the rest"])
    #expect(found[1].date == DateInterval("2013") && found[1].paragraphs[0].pieces[0].line == 3)
    // The word behind an escape leads to its own place.
    let text = found[0].paragraphs[0].utf8
    let rest = try #require(found[0].paragraphs[0].pieces.last { $0.textOffset <= text.count - 4 })
    let column = rest.column + text.count - 4 - rest.textOffset
    #expect(table.utf8.dropFirst(column - 1).starts(with: "rest".utf8))
  }

  @Test(
    arguments: [
      ("a.csv", "Text\n\"open", "a.csv:2: a quotation mark is never closed"),
      ("a.csv", "Text\n\"a\"b", "a.csv:2: text stands behind"),
      ("a.csv", "Other\nx", "a.csv:1: there is no column `Text`; the header names `Other`"),
      ("a.csv", "Date,Text\nx", "a.csv:2: column `Text` is expected, and the row has 1 values"),
      ("a.jsonl", "{\"Text\": \"x\"}\n[]", "a.jsonl:2: at column 1"),
      ("a.jsonl", "{\"Text\": \"x}", "a.jsonl:1: at column"),
      ("a.jsonl", "{\"Text\": \"\\ud800\"}", "a pair of surrogates is expected"),
      ("a.jsonl", "{\"Text\": }", "a value is expected"),
      ("a.jsonl", "{\"Text\": {", "a closing bracket is expected"),
    ])
  func brokenTables(name: String, table: String, message: String) {
    do {
      _ = try documents(table, name, "columns: {text: Text}")
      Issue.record("nothing was thrown")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test func idsGivenTwiceAreSaid() throws {
    let found = try documents("1\ta\n1\tb\n", "t.tsv", "columns: {id: 1, text: 2}\nheader: false")
    #expect(found.map(\.id) == ["t.tsv/1", "t.tsv/1~2"] && found[1].warnings.count == 1)
  }

  @Test func randomBytesNeverTrap() throws {
    var generator = SeededGenerator(seed: 7)
    let marks = [
      "\"", "\"\"", ",", "\t", "\n", "\r\n", "{", "}", "[", "]", ":", "\\u00e9", "\\", "Text", "é", " ", "1",
    ]
    for round in 0..<3_000 {
      let table = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        marks.randomElement(using: &generator)!
      }
      .joined()
      let name = ["a.csv", "a.tsv", "a.jsonl"][round % 3]
      for rule in ["columns: {text: Text}", "columns: {text: 1}\nheader: false"]
      where name != "a.jsonl" || !rule.contains("1") {
        if let found = try? documents(table, name, rule) {
          try expectPlaces(found, table, hasEscapes: name == "a.jsonl")
        }
      }
    }
  }

  /// Every run of every paragraph stands byte for byte where its piece says.
  private func expectPlaces(_ documents: [Document], _ table: String, hasEscapes: Bool = false) throws {
    let bytes = Array(table.utf8)
    var lines: [Int] = []
    var scanner = LineScanner(bytes)
    while let line = scanner.next() { if line.number > lines.count { lines.append(line.lineStart) } }
    for paragraph in documents.flatMap(\.paragraphs) {
      for (index, piece) in paragraph.pieces.enumerated() {
        let end =
          index + 1 < paragraph.pieces.count ? paragraph.pieces[index + 1].textOffset : paragraph.utf8.count
        var run = paragraph.utf8[piece.textOffset..<end]
        if run.last == 0x20 { run = run.dropLast() }
        let start = lines[piece.line - 1] + piece.column - 1
        let stands = bytes[min(start, bytes.count)...].starts(with: run)
        // An escape stands for one character, which is a run of its own.
        #expect(stands || (hasEscapes && bytes[min(start, bytes.count)...].contains(UInt8(ascii: "\\"))))
      }
    }
  }
}
