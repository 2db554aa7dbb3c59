import ArgumentParser
import Wire

/// `verbatimd`: the daemon that answers queries, and the builder of its index.
@main
struct Verbatimd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatimd",
    abstract: "Answers queries about dated policy documents over a Unix socket, and builds their index.",
    discussion: """
      People ask through verbatim, which starts this daemon when none answers.

      Examples:
        verbatimd serve --corpus speeches     answer until stopped or idle
        verbatimd serve --stdio               answer standard input on standard output
        verbatimd index build                 build ./index from ./corpus
        verbatimd index check                 whether a build would change it, and why
        verbatimd import talk.html            make a document of ./corpus out of a file
        verbatimd eval gold.tsv               hold what is read of ./corpus to what a reader has judged

      Exit codes: 0 done, 2 error.
      """,
    version: Version.current,
    subcommands: [Serve.self, Index.self, Import.self, Evaluate.self])

  static func main() async {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.report(error)
    }
  }
}
