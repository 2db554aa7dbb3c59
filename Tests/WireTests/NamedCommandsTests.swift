import Testing
import Wire

struct NamedCommandsTests {
  @Test(
    arguments: [
      (["veto"], ""), (["veto", "--index", "i"], " --index i"),
      (["--index=i", "--corpus", "my corpus", "veto"], " --index i --corpus 'my corpus'"),
      (
        ["veto", "--limit", "3", "--socket=/run/a.sock", "--config", "c's.yaml"],
        " --socket /run/a.sock --config 'c'\\''s.yaml'"
      ),
      (["--", "--index", "i"], ""), (["veto", "--index"], ""), (["--index", ""], " --index ''"),
    ] as [([String], String)])
  func optionsThatWereGiven(arguments: [String], options: String) {
    let commands = NamedCommands(arguments: arguments)
    #expect(commands.completed(in: "run: verbatim index build") == "run: verbatim index build" + options)
    #expect(
      commands.completed(in: "'verbatim index build', or verbatim reload; no verbatim")
        == "'verbatim index build\(options)', or verbatim reload\(options); no verbatim")
  }

  @Test func whatIsCompleteStays() {
    let commands = NamedCommands(arguments: ["--index", "i"])
    #expect(commands.completed(in: "verbatim stop --socket s") == "verbatim stop --socket s")
    #expect(
      commands.completed(in: "verbatim stop --socket s, verbatim stop")
        == "verbatim stop --socket s, verbatim stop --index i")
  }
}
