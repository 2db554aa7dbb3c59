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
      ("a.jsonl", "{\"Text\": }", "at column 10: a value (a text in quotation marks"),
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
    let rule = "columns: {id: 1, text: 2, date: 3}\nheader: false"
    let found = try documents("1\ta\t2013\n1\tb\t2013\n", "t.tsv", rule)
    #expect(found.map(\.id) == ["t.tsv/1", "t.tsv/1~2"] && found[1].warnings.count == 1)
  }

  @Test func noTwoRowsHaveOneID() throws {
    let rule = "columns: {id: 1, text: 2}\nheader: false"
    let found = try documents("a\tx\na~3\tx\na\tx\na~3~\tx\na~3\tx\n", "t.tsv", rule)
    #expect(found.map(\.id) == ["a", "a~3", "a~3~", "a~3~~4", "a~3~5"].map { "t.tsv/" + $0 })
  }

  @Test func rowsHaveTheWarningsOfTexts() throws {
    let long = String(repeating: "word ", count: 1_600)
    let table = "Text,Date\n\"Fine.\n\nItâ€™s â€™.\",2013\n\(long),\n,soon\nFine.,2013\n"
    let found = try documents(
      table, "x_.csv", "columns: {text: Text, date: Date}\nname: \"{title}_{year}\"")
    #expect(found.count == 4)
    #expect(found[0].warnings.map(\.line) == [4] && found[0].warnings[0].message.contains("2 spots"))
    #expect(found[1].warnings.map(\.line) == [5] && found[1].warnings[0].message.contains("1500 words"))
    #expect(found[2].warnings.map(\.line) == [6, 6] && found[2].warnings[1].message == "no text found")
    // Of the whole table.
    #expect(found[3].warnings.map(\.line) == [nil, 5])
    #expect(found[3].warnings[0].message.contains("does not fit `{title}_{year}`"))
    #expect(found[3].warnings[1].message.contains("no date found in 2 rows"))
  }

  @Test(arguments: ["0", "-1.5e+10", "2013", "true", "false", "1E9", "0.0"])
  func wordsThatAreValues(word: String) throws {
    let found = try documents("{\"Text\": \(word)}", "a.jsonl", "columns: {text: Text}")
    #expect(found.map(\.paragraphs.count) == [1])
  }

  @Test(arguments: ["hello", "01", "+1", "1.", ".5", "1e", "--1", "NaN", "True", "nul", "1a", "-"])
  func wordsThatAreNone(word: String) {
    let table = "{\"Text\": \"a\"}\n{\"Text\": \(word)}"
    let error = #expect(throws: CorpusError.self) { try documents(table, "a.jsonl", "columns: {text: Text}") }
    #expect(error?.description.hasPrefix("a.jsonl:2: at column 10: a value (") == true)
  }

  @Test func columnsOfJSONLinesMustBeThere() throws {
    let table = "\n{\"text\": \"a\", \"x\": null}\n{\"text\": \"b\", \"y\": 1}"
    var error = #expect(throws: CorpusError.self) { try documents(table, "a.jsonl", "columns: {text: txet}") }
    #expect(error?.description == "a.jsonl:2: no row has a text under the key `txet`; this one has `text`")
    error = #expect(throws: CorpusError.self) {
      try documents(table, "a.jsonl", "columns: {text: 1}\nheader: false")
    }
    #expect(error?.description.hasPrefix("a.jsonl:1: column 1 is a number") == true)
    #expect(try documents(table, "a.jsonl", "columns: {text: y}").map(\.paragraphs.count) == [0, 1])
    #expect(try documents("", "a.jsonl", "columns: {text: y}").isEmpty)
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
