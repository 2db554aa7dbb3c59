import ArgumentParser
import Client

/// What is asked, and how long an answer may take.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The words of the query; an argument with a space is read as its words.", valueName: "word"))
  var words: [String]

  @Option(help: ArgumentHelp("Milliseconds until the answer is given up. (default: 10000)", valueName: "ms"))
  var timeout: Int?

  @Flag(help: "Make a query that cannot be read whole an error.")
  var strict = false

  var query: String { words.joined(separator: " ") }

  /// The longest time to hear nothing from a daemon, in milliseconds: what it may take, and some.
  var silence: Int { min(max(timeout ?? 10_000, 0), 3_600_000) + 5_000 }

  /// Says how to ask for a phrase, if an argument looks as if one was meant.
  func hintAtPhrase() {
    let meant = words.first { word in
      word.contains(" ") && !word.contains { "\"():".contains($0) }
        && !word.split(separator: " ").contains { ["AND", "OR", "NOT", "NEAR", "ADJ"].contains($0) }
    }
    guard let meant else { return }
    Output.note("hint: read as separate words; for the phrase: verbatim '\"\(meant)\"'")
  }
}
