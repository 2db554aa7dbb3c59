import ArgumentParser
import Client
import Wire

/// `verbatim`: asks the daemon, and prints what it says.
@main
struct Verbatim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "Find what was said, by whom and when, and quote it with a citation.",
    usage: """
      verbatim [search] WORD…
      verbatim COMMAND …
      """,
    discussion: Manual.program, version: Version.current,
    subcommands: [
      Search.self, First.self, Kwic.self, Count.self, Trend.self, Facet.self, Get.self, Cite.self,
      Suggest.self, Explain.self,
      Status.self,
      Stop.self,
      Reload.self,
      PrintSocketPath.self,
      Doctor.self, Import.self, Index.self, Evaluate.self,
    ])

  static func main() {
    System.prepareStreams()
    do {
      switch try Invocation(Array(CommandLine.arguments.dropFirst())) {
      case .help(let topic): try Manual.show(topic)
      case .command(let arguments):
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      Failure.report(error)
    }
  }
}
