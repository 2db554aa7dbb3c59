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
    discussion: """
      A first word that names a command is the command; "verbatim search status" searches for it.
      A daemon answers; it is started when none does, and leaves after 10 idle minutes.

      Examples:
        verbatim veto                          the best paragraphs on it, in any form
        verbatim '"focal point"'               the exact phrase
        verbatim veto year:2009..2013          in these years
        verbatim veto NOT military             a word that must not stand there
        verbatim trend veto                    how often, year by year
        verbatim veto --format json --limit 0  every hit, for programs

      Exit codes: 0 hits, 1 none, 2 error, 3 index of another format, 4 no daemon, 5 incomplete answer.
      """,
    version: Version.current,
    subcommands: [
      Search.self, Count.self, Trend.self, Status.self, Stop.self, Reload.self, PrintSocketPath.self,
      Index.self,
    ])

  static func main() {
    System.ignoreBrokenPipes()
    do {
      let arguments = try Invocation.ordered(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      Failure.report(error)
    }
  }
}
