import ArgumentParser

/// What a command line asks for, with its words in the order that the parser expects: the command first.
///
/// The first word decides: if it names a command, it is the command, else the command is `search`. Options may stand
/// before it, so the options with a value have to be known here, lest the value be taken for the first word.
enum Invocation: Equatable {
  case command([String])
  /// A page of the manual: the names that lead to a command, or a topic's; none for the program's own.
  case help([String])

  /// The names of the commands there are.
  static var commands: Set<String> { Set(Verbatim.configuration.subcommands.map { $0._commandName }) }

  /// The options that take the next argument as their value. A test holds this to what the parser says of them.
  static let optionsWithValue: Set = [
    "--after", "--b", "--before", "--color", "--config", "--context", "--corpus", "--cursor", "--date",
    "--format", "--from", "--index", "--k1",
    "--kind",
    "--language", "--level", "--limit", "--match", "--name", "--publisher", "--since", "--socket", "--sort",
    "--speaker",
    "--rank", "--style", "--symbol", "--timeout", "--title", "--to", "--width",
  ]

  /// The options that may be given more than once, each with the commands where that is so; none for all that have it.
  static let repeatable: [String: Set<String>] = ["--speaker": [], "--kind": ["suggest"]]

  /// - Throws: ``UsageError`` if there is nothing to do, or an option has two values where there is room for one.
  init(_ arguments: [String]) throws {
    try Self.refuseRepeated(in: arguments)
    let first = Self.firstWord(of: arguments)
    let isHelpAsked = arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    if let first, arguments[first] == "help" {
      self = .help(arguments[(first + 1)...].filter { !$0.hasPrefix("-") })
    } else if isHelpAsked {
      self = .help(Self.path(in: arguments))
    } else if arguments.first.map(Self.isForParser) ?? false {
      self = .command(arguments)
    } else if let first {
      var rest = arguments
      let isCommand = Self.commands.contains(arguments[first])
      self = .command(isCommand ? [rest.remove(at: first)] + rest : ["search"] + rest)
    } else if arguments.contains(where: Self.isRestriction) {
      self = .command(["search"] + arguments)
    } else {
      throw UsageError.nothingAsked
    }
  }

  /// Whether an option asks for something without a word: all that is of a speaker, of some days, or new.
  private static func isRestriction(_ argument: String) -> Bool {
    ["--since", "--from", "--to", "--speaker"].contains(argument.prefix { $0 != "=" })
  }

  /// The parser would keep the last value in silence.
  private static func refuseRepeated(in arguments: [String]) throws {
    var values: [String: String] = [:]
    var rest = arguments.prefix { $0 != "--" }
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = parts.first, optionsWithValue.contains(option) else { continue }
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else { continue }
      if let commands = repeatable[option],
        commands.isEmpty || path(in: arguments).first.map(commands.contains) ?? false
      {
        continue
      }
      if let first = values[option] {
        throw UsageError.givenTwice(option: option, first: first, second: value)
      }
      values[option] = value
    }
  }

  /// `arguments` without the values of options.
  static func words(of arguments: ArraySlice<String>) -> [String] {
    zip([""] + arguments, arguments).filter { before, _ in !optionsWithValue.contains(before) }.map(\.1)
  }

  /// The position of the first word, which `--` may stand before; nil without one.
  static func firstWord(of arguments: [String]) -> Int? {
    var position = 0
    while position < arguments.count, arguments[position].hasPrefix("-"), arguments[position] != "--" {
      position += optionsWithValue.contains(arguments[position]) ? 2 : 1
    }
    return position < arguments.count ? position : nil
  }

  /// What the parser answers by itself, at the root.
  private static func isForParser(_ argument: String) -> Bool {
    ["--version", "--experimental-dump-help"].contains(argument)
      || argument.hasPrefix("--generate-completion-script")
  }

  /// The names that lead to the command of a command line; none if it has no word.
  static func path(in arguments: [String]) -> [String] {
    guard let first = firstWord(of: arguments) else { return [] }
    guard
      let command = Verbatim.configuration.subcommands.first(where: { $0._commandName == arguments[first] })
    else { return ["search"] }
    let below = Set(command.configuration.subcommands.map { $0._commandName })
    return [arguments[first]] + arguments[(first + 1)...].prefix(1).filter(below.contains)
  }
}

/// Why a command line is refused, beyond what the parser finds.
enum UsageError: Error, CustomStringConvertible {
  case nothingAsked
  case nothingToExplain
  /// Only the id of a unit is given, or not even that.
  case nothingAskedOf(String?)
  /// A word that may be a document's id, or the query.
  case onlyOneWord(String)
  case noSuchPage(asked: String, known: [String])
  case givenTwice(option: String, first: String, second: String)

  var description: String {
    switch self {
    case .nothingAsked:
      "found no query; expected words to look for, such as: verbatim veto; words that begin with \"-\" stand behind --"
    case .nothingToExplain:
      "found no id; expected one that a search prints and a query, such as: verbatim explain talk#p12 veto"
    case .nothingAskedOf(let id):
      "found no query" + (id.map { " behind \($0)" } ?? "")
        + "; expected words to look for, such as: verbatim explain "
        + (id.map { "\($0) veto" } ?? "--plan veto")
    case .onlyOneWord(let word):
      "found one word, \(word); expected an id that a search prints and a query behind it, such as: verbatim explain "
        + "talk#p12 veto; or a query alone behind --plan"
    case .givenTwice(let option, let first, let second):
      "\(option) is given twice, as \(first) and as \(second); expected one value for it"
    case .noSuchPage(let asked, let known):
      "the manual has no page \"\(asked)\"; expected one of \(known.joined(separator: ", "))"
    }
  }
}
