import ArgumentParser
import Client

/// What the user gets to read when a command fails, and the exit code with it.
enum Failure {
  /// Prints `error` and ends the process.
  static func report(_ error: any Error) -> Never {
    switch error {
    case let error as ClientError:
      Output.note("verbatim: \(error)")
      System.exit(error.exitCode)
    case let error as UsageError:
      let path = Invocation.path(in: Array(CommandLine.arguments.dropFirst()))
      let page = path.isEmpty ? "--help" : (["help"] + path).joined(separator: " ")
      Output.note("verbatim: \(error)\nsee: verbatim \(page)")
      System.exit(.error)
    default:
      if Verbatim.exitCode(for: error) == .success { printAnswer(of: error) }
      let message = Verbatim.message(for: error)
      let arguments = Array(CommandLine.arguments.dropFirst())
      Output.note(
        "verbatim: \(withFound(message, arguments))\(expectation(message))" + advice(message, arguments))
      System.exit(.error)
    }
  }

  /// Prints what the parser answers by itself, such as the version.
  private static func printAnswer(of message: any Error) -> Never {
    do {
      try Output.result(Verbatim.fullMessage(for: message) + "\n")
      System.exit(.hits)
    } catch {
      report(error)
    }
  }

  /// What the parser says of a missing value, with what stands in its place: what begins with a dash it takes for an option.
  private static func withFound(_ message: String, _ arguments: [String]) -> String {
    let start = "Missing value for '"
    guard message.hasPrefix(start),
      let option = message.dropFirst(start.count).split(whereSeparator: { " '".contains($0) }).first,
      let place = arguments.firstIndex(of: String(option)), place + 1 < arguments.count
    else { return message }
    let found = arguments[place + 1]
    return
      "found \(found) behind \(option), where its value is expected; if that is the value: \(option)=\(found)"
  }

  /// What the parser does not say of a value that is no number; the value's name tells of what kind it should be.
  private static func expectation(_ message: String) -> String {
    guard message.hasPrefix("The value '") else { return "" }
    let value = message.split(separator: "'").dropFirst().first ?? ""
    if message.hasSuffix(" <n>'") || message.hasSuffix(" <ms>'") {
      return value.allSatisfy(\.isWholeNumber) ? "; expected a smaller number" : "; expected a whole number"
    }
    return message.hasSuffix(" <x>'") ? "; expected a number" : ""
  }

  /// What may have been meant by an option that is none.
  private static func advice(_ message: String, _ arguments: [String]) -> String {
    if message.contains("Unknown option '--local'") {
      let isAboutDaemon = ["status", "stop", "reload", "socket-path"].contains(
        Invocation.path(in: arguments).first)
      return "\nhint: --local is for commands that get an answer from an index; this one "
        + (isAboutDaemon ? "is about the daemon" : "reads files itself: leave it out")
    }
    let word = Invocation.words(of: arguments.prefix { $0 != "--" }).first {
      $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.count > 1
    }
    // A word alone leaves the parser without any: then it does not name the option.
    guard let word,
      message.contains("Unknown option '\(word)'") || message.contains("Missing expected argument")
    else {
      return "\nsee: " + (["verbatim", "help"] + Invocation.path(in: arguments)).joined(separator: " ")
    }
    return """

      hint: a word that begins with "-" needs "--" before it: verbatim -- \(word)
      hint: to leave out what has a word, use NOT: NOT \(word.drop { $0 == "-" })
      """
  }
}
