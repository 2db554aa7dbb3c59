/// Brings a command line into the order the parser expects: the command first.
///
/// The first word decides: if it names a command, it is the command, else the command is `search`. Options may stand
/// before it, so the options with a value have to be known here, lest the value be taken for the first word.
enum Invocation {
  static let commands: Set = [
    "search", "count", "trend", "status", "stop", "reload", "socket-path", "index", "help",
  ]

  /// The options that take the next argument as their value.
  static let optionsWithValue: Set = [
    "--limit", "--cursor", "--format", "--timeout", "--color", "--k1", "--b", "--corpus", "--index",
    "--socket",
  ]

  /// - Throws: ``UsageError`` if there is nothing to do.
  static func ordered(_ arguments: [String]) throws -> [String] {
    var position = 0
    while position < arguments.count, arguments[position].hasPrefix("-"), arguments[position] != "--" {
      if ["--help", "-h", "--version"].contains(arguments[position]) { return arguments }
      position += optionsWithValue.contains(arguments[position]) ? 2 : 1
    }
    guard position < arguments.count else { throw UsageError.nothingAsked }
    guard commands.contains(arguments[position]) else { return ["search"] + arguments }
    var rest = arguments
    let command = rest.remove(at: position)
    return [command] + rest
  }
}

/// Why a command line is refused, beyond what the parser finds.
enum UsageError: Error, CustomStringConvertible {
  case nothingAsked
  case badEnvironment(name: String, found: String, expected: String)

  var description: String {
    switch self {
    case .nothingAsked:
      "found no query; expected words to look for, such as: verbatim veto"
    case .badEnvironment(let name, let found, let expected):
      "the environment's \(name) is \"\(found)\"; expected \(expected)"
    }
  }
}
