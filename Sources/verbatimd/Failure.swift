import ArgumentParser
import Wire

/// What the user gets to read when a command fails, and the exit code with it.
enum Failure {
  /// The program that was typed, with which messages begin: `verbatim` starts this one under its own name.
  static let program = CommandLine.arguments.first == "verbatim" ? "verbatim" : "verbatimd"

  /// Prints `error` and ends the process: with 0 for help that was asked for, else with `code`.
  static func report(_ error: any Error, code: Int32 = 2) -> Never {
    if Verbatimd.exitCode(for: error) == .success {
      StandardStreams.writeOutput(Verbatimd.fullMessage(for: error) + "\n")
      endProcess(0)
    }
    let message = Verbatimd.message(for: error)
    let isUsage = Verbatimd.exitCode(for: error) == .validationFailure
    // One line, whatever a file is called; only the parser's own messages have several.
    StandardStreams.writeError("\(program): \(isUsage ? message : Sanitizer.clean(message))\n")
    if isUsage {
      StandardStreams.writeError("see: \(program) --help\n")
    }
    endProcess(code)
  }
}
