import ArgumentParser
import Client
import Wire

/// `verbatim index`: what the `verbatimd` beside this program does with an index.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the index.", subcommands: [IndexBuild.self])
}

/// `verbatim index build`: has the index built, then lets a running daemon answer from it.
struct IndexBuild: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index of the corpus; a running daemon then answers from it.",
    discussion: """
      Example:
        verbatim index build --corpus speeches

      Exit codes: 0 done, 2 error.
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    let place = try self.place.place()
    let program = FilePaths.directory(of: System.executablePath) + "/verbatimd"
    guard System.isExecutable(program) else { throw ClientError.daemonMissing(path: program) }
    let child = try System.spawn(
      program, [program, "index", "build", "--corpus", place.corpusRoot, "--index", place.indexDirectory])
    guard System.wait(for: child) == 0 else { return .error }
    return try reloadDaemon()
  }

  private func reloadDaemon() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    do throws(ClientError) {
      _ = try ask(&client, .reload, NoParameters())
      Output.note("the running daemon answers from it")
    } catch {
      // The index is built; that no daemon runs is no fault.
      if case .noDaemon = error { return .hits }
      throw error
    }
    return .hits
  }
}
