import ArgumentParser
import Client
import Testing

@testable import verbatim

/// What a command line means, before anything is asked.
@Suite struct InvocationTests {
  private static func program() throws -> CommandDescription {
    try CommandDescription(dump: Verbatim._dumpHelp())
  }

  private static func all(_ command: CommandDescription) -> [CommandDescription] {
    [command] + (command.subcommands ?? []).filter { $0.commandName != "help" }.flatMap(all)
  }

  /// The list that decides which word is the first is the parser's own.
  @Test func everyOptionWithAValueIsKnown() throws {
    let arguments = Self.all(try Self.program()).flatMap { $0.arguments ?? [] }
    let options = arguments.filter { $0.kind == .option }.flatMap { ($0.names ?? []).map(\.spelling) }
    #expect(Set(options) == Invocation.optionsWithValue)
  }

  @Test func everyCommandIsKnown() throws {
    let names = (try Self.program().subcommands ?? []).map(\.commandName)
    #expect(Set(names) == Invocation.commands.union(["help"]))
  }

  /// Each command and each option says what it does.
  @Test func everythingIsDocumented() throws {
    for command in Self.all(try Self.program()) {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        #expect(argument.abstract?.isEmpty == false, "\(command.commandName) \(argument.names ?? [])")
      }
    }
  }

  @Test(arguments: [
    (["veto"], ["search", "veto"]), (["count", "veto"], ["count", "veto"]),
    (["--limit", "3", "count", "veto"], ["count", "--limit", "3", "veto"]),
    (["--limit", "count", "veto"], ["search", "--limit", "count", "veto"]),
    (["--limit=3", "count"], ["count", "--limit=3"]), (["--strict", "count"], ["count", "--strict"]),
    (["--sort", "-date", "count"], ["count", "--sort", "-date"]),
    (["--", "count"], ["search", "--", "count"]), (["veto", "count"], ["search", "veto", "count"]),
    (["search", "status"], ["search", "status"]), (["--version"], ["--version"]),
    (["--generate-completion-script", "bash"], ["--generate-completion-script", "bash"]),
    (["--", "--help"], ["search", "--", "--help"]),
    (["--since", "9f3c12"], ["search", "--since", "9f3c12"]), (["--from=2013"], ["search", "--from=2013"]),
    (["--limit", "3", "--speaker", "count"], ["search", "--limit", "3", "--speaker", "count"]),
  ])
  func commands(arguments: [String], ordered: [String]) throws {
    #expect(try Invocation(arguments) == .command(ordered))
  }

  @Test(arguments: [
    (["--help"], []), (["-h"], []), (["help"], []), (["help", "query"], ["query"]),
    (["help", "index", "build"], ["index", "build"]), (["index", "build", "--help"], ["index", "build"]),
    (["--index", "build", "index", "build", "-h"], ["index", "build"]),
    (["index", "-h", "build"], ["index"]),
    (["trend", "veto", "--help"], ["trend"]), (["veto", "--help"], ["search"]),
  ])
  func help(arguments: [String], path: [String]) throws {
    #expect(try Invocation(arguments) == .help(path))
  }

  @Test(
    arguments: [
      (["cuont", "veto"], "count"), (["--limit", "3", "cont", "veto"], "count"),
      (["statsu"], "status"), (["serach", "veto"], "search"), (["trends", "veto"], "trend"),
      (["kwix", "veto"], "kwic"), (["verbatim", "cuont", "veto"], "count"), (["verbatim", "count"], "count"),
      (["verbatim"], nil), (["veto", "cuont"], nil), (["count", "cuont"], nil), (["--", "cuont"], nil),
      (["got", "veto"], nil), (["const", "veto"], nil), (["search", "cuont"], nil), (["contu"], nil),
    ] as [([String], String?)])
  func misspelled(arguments: [String], command: String?) {
    #expect(Invocation.misspelledCommand(in: arguments)?.command == command)
  }

  @Test func nothingIsAsked() {
    #expect(throws: UsageError.self) { try Invocation([]) }
    #expect(throws: UsageError.self) { try Invocation(["--limit", "3"]) }
  }
}
