import TestSupport
import Testing

@testable import Benchmarks

struct QueryFileTests {
  @Test(arguments: [
    ("veto", PeerQuery(join: .or, clauses: [["veto"]]), "=veto"),
    ("veto council", PeerQuery(join: .or, clauses: [["veto"], ["council"]]), "=veto OR =council"),
    ("+veto +council", PeerQuery(join: .and, clauses: [["veto"], ["council"]]), "=veto =council"),
    ("\"focal point\"", PeerQuery(join: .or, clauses: [["focal", "point"]]), "\"focal point\""),
    (
      " +\"to protect\"  +the ", PeerQuery(join: .and, clauses: [["to", "protect"], ["the"]]),
      "\"to protect\" =the"
    ),
    ("\"veto\"", PeerQuery(join: .or, clauses: [["veto"]]), "=veto"),
  ])
  func aLineIsAQuery(line: String, query: PeerQuery, text: String) throws {
    #expect(try PeerQuery(parsing: line) == query)
    #expect(query.text == text)
    #expect(try PeerQuery(parsing: query.line) == query)
  }

  @Test(arguments: [
    ("", "empty line"), ("  ", "empty line"), ("\"focal point", "never closed"),
    ("+veto council", "all or none"),
    ("-veto", "letters and digits"), ("\"\"", "letters and digits"), ("veto*", "letters and digits"),
    ("+", "letters"),
  ])
  func whatIsNoQueryIsSaid(line: String, reason: String) throws {
    let error = try #require(throws: BenchmarkError.self) { try PeerQuery(parsing: line) }
    #expect(error.description.contains(reason))
  }

  @Test func aFileIsAClass() throws {
    let folder = try TemporaryFolder()
    try folder.write("veto\nstate\n", to: "zebra.txt")
    try folder.write("\"focal point\"", to: "phrase2.txt")
    try folder.write("+a +b\n", to: "and2.txt")
    try folder.write("no queries", to: "README.md")
    let classes = try QueryClass.read(from: folder.path)
    #expect(classes.map(\.name) == ["and2", "phrase2", "zebra"])
    #expect(classes[2].queries.map(\.text) == ["=veto", "=state"])
  }

  @Test(arguments: [("a\n\nb\n", "and2.txt:2:"), ("\n", "and2.txt:1:"), ("", "no query is in it")])
  func aFaultInAFileIsSaid(text: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "and2.txt")
    let error = try #require(throws: BenchmarkError.self) { try QueryClass.read(from: folder.path) }
    #expect(error.description.contains(reason))
  }

  @Test func aFolderWithoutFilesIsSaid() throws {
    let folder = try TemporaryFolder()
    #expect(throws: BenchmarkError.self) { try QueryClass.read(from: folder.path) }
    #expect(throws: BenchmarkError.self) { try QueryClass.read(from: folder.path + "/none") }
  }

  @Test func queriesAreMadeOfParagraphs() throws {
    let words = ["a", "b", "a", "c", "d", "e", "f", "g", "h"]
    let classes = try QuerySampler(paragraphs: [["x"], words, words]).classes
    #expect(
      classes.map { "\($0.name) \($0.queries.map(\.text))" } == [
        #"term ["=e"]"#, #"and2 ["=c =f"]"#, #"and3 ["=c =e =g"]"#, #"or2 ["=c OR =f"]"#,
        #"or3 ["=c OR =e OR =g"]"#, #"or5 ["=b OR =c OR =e OR =f OR =g"]"#, #"phrase2 ["\"d e\""]"#,
        #"phrase3 ["\"d e f\""]"#,
      ])
    #expect(throws: BenchmarkError.self) { try QuerySampler(paragraphs: [["x"], []]).classes }
  }
}
