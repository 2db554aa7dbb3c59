import ArgumentParser
import Client
import Wire

extension MatchMode: ExpressibleByArgument {}
extension UnitLevel: ExpressibleByArgument {}

/// What is asked.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The words of the query; an argument with a space is read as its words. \"verbatim help query\" says all that a "
        + "query can be.", valueName: "word"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "What words beside each other mean: all must be there, or any of them will do. (default: all)",
      valueName: "mode"))
  var match: MatchMode?

  // What is no date is said to be none, though it begin with a dash.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only documents of this day, month or year or later: 2013-09-11, 2013-09 or 2013.", valueName: "date"),
    transform: date)
  var from: DateText?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only documents of this day, month or year or earlier, itself included.", valueName: "date"),
    transform: date)
  var to: DateText?

  @Option(
    help: ArgumentHelp(
      "Only what stands in statements of this speaker, under any of their names: France, FRA, \"the French delegation\". Given twice: of "
        + "either.", valueName: "name"))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only what this generation of the index lacked: as replies name it (\"generation\" in JSON), or its first six digits or more.",
      valueName: "generation"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "What to rank and count: paragraphs, statements (what one speaker says in one go), or documents. (default: paragraph)",
      valueName: "level"))
  var level: UnitLevel?

  @Flag(help: "Refuse a query that cannot be read whole, instead of warning.")
  var strict = false

  @Flag(
    help: """
      Compare the index with the corpus first, and refuse to answer (exit 3) if documents have changed since it was built. \
      Every source is read for that.
      """)
  var requireFresh = false

  /// Refuses what asks for nothing at all.
  func requireSomething() throws {
    if words.isEmpty, speaker.isEmpty, from == nil, to == nil, since == nil { throw UsageError.nothingAsked }
  }

  func validate() throws {
    if let blank = speaker.first(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("--speaker is \"\(blank)\"; expected a name, such as France")
    }
    guard let from, let to, from.first > to.last else { return }
    throw ValidationError("--from \(from.text) is after --to \(to.text); expected it before")
  }

  /// The parameters of a method with a query, as far as all of them have these.
  func parameters<Asked: QueryParameters>(timeout: Int?) -> Asked {
    var parameters = Asked(query: words.joined(separator: " "))
    parameters.timeout = timeout
    parameters.strict = strict
    parameters.match = match
    parameters.from = from?.text
    parameters.to = to?.text
    parameters.speakers = speaker
    parameters.since = since
    parameters.level = level
    return parameters
  }

  /// Says what else may have been meant by words that are read otherwise than they look.
  func hint() {
    hintAtOptions()
    hintAtPhrase()
  }

  /// Says that what stands behind `--` is no option, if it looks like one.
  private func hintAtOptions() {
    guard let option = words.first(where: { $0.hasPrefix("--") && $0.dropFirst(2).first?.isLetter == true })
    else { return }
    Output.note("hint: \(option) stands behind --, so it is read as words; options stand before it")
  }

  /// Says how to ask for a phrase, if an argument looks as if one was meant.
  private func hintAtPhrase() {
    let meant = words.first { word in
      // Nothing in it is a mark of the language, or looks like one.
      let parts = word.split(separator: " ")
      return parts.count > 1 && !word.contains { "\"“”„‟«»():*~=/|&!".contains($0) }
        && parts.allSatisfy { part in
          part.contains { $0.isLetter || $0.isNumber } && !part.hasPrefix("-")
            && !["AND", "OR", "NOT", "NEAR", "ADJ", "NOTNEAR"].contains(part)
        }
    }
    guard let meant else { return }
    Output.note("hint: read as separate words; for the phrase: verbatim \("\"\(meant)\"".wordOfShell)")
  }
}

/// Reads a date of the command line.
@Sendable private func date(_ text: String) throws -> DateText {
  guard let date = DateText(text) else {
    throw ValidationError("expected a year, a month or a day, such as 2013, 2013-09 or 2013-09-11")
  }
  return date
}

/// How long an answer may take.
struct TimeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Milliseconds until the answer is given up. (default: 10000)", valueName: "ms"))
  var timeout: Int?

  private static let longest = Int(Limits().longestTimeout / .milliseconds(1))

  func validate() throws {
    guard let timeout, !(1...Self.longest).contains(timeout) else { return }
    throw ValidationError("--timeout is \(timeout); expected 1 through \(Self.longest) milliseconds")
  }

  /// The longest time to hear nothing at all, in milliseconds: what an answer may take, and some.
  var silence: Int { (timeout ?? Int(Limits().timeout / .milliseconds(1))) + 5_000 }
}
