import ArgumentParser
import Client
import Wire

extension SearchParameters.Sort: ExpressibleByArgument {}
extension SearchParameters.Rank: ExpressibleByArgument {}

/// `verbatim search`: quotes the best units for a query.
struct Search: PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Quote the paragraphs that match best; the command if none is named.",
    discussion: SearchManual.text)

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most hits to show; 0 for all.", valueName: "n"))
  var limit: Int = 10

  // Unconditional, for a value of this option begins with a dash.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The best first, the earliest first, or the latest first (-date); what has no date comes last. (default: relevance)",
      valueName: "order"))
  var sort: SearchParameters.Sort?

  @Option(
    help: ArgumentHelp(
      "By what the best are ranked: BM25 (plain), or BM25 and what the very best are about (best). (default: plain)",
      valueName: "rank"))
  var rank: SearchParameters.Rank?

  @Option(
    help: ArgumentHelp(
      "Go on where an earlier answer's cursor says, given as it was, with the same query and options.",
      valueName: "cursor"))
  var cursor: String?

  @OptionGroup var weights: BM25Options

  @Flag(
    help:
      "Of paragraphs that say nearly the same, show the first, and how many documents say it, from which year to which."
  )
  var collapse = false

  @Flag(help: "Say under each hit what its score is made of; see \"verbatim help explain\".")
  var explain = false

  @OptionGroup(title: "Output") var printing: PrintOptions<SearchFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is \(limit); expected 0 (all) or more") }
    if rank == .best, let sort, sort != .relevance {
      throw ValidationError(
        "--rank best and --sort \(sort.rawValue) are both given; expected one of the two, for what is in the order of dates has no rank"
      )
    }
    if rank == .best, explain {
      throw ValidationError(
        "--rank best and --explain are both given; expected one of the two: what is explained is the plain rank"
      )
    }
    if collapse, let level = query.level, level != .paragraph {
      throw ValidationError(
        "--collapse and --level \(level.rawValue) are both given; expected paragraphs, for only they are compared with each other"
      )
    }
  }

  func answer() throws -> Client.ExitCode {
    try query.requireSomething()
    var printer = try printing.chosenFormat().printer(text: TextSearchPrinter(printing.layout))
    let pages = try ask(.search, limit: limit, cursor: cursor, parameters) { page throws(ClientError) in
      try printer.take(page)
    }
    guard let pages else { return .hits }
    try printer.finish()
    let code = conclude(pages)
    if code == .noHits { hintAtCommand() }
    return code
  }

  /// Says which command may have been meant by a first word that is none, where it finds nothing.
  private func hintAtCommand() {
    guard let (word, command) = Invocation.misspelledCommand(in: Array(CommandLine.arguments.dropFirst()))
    else { return }
    Output.note("hint: \"\(word)\" is read as a word of the query; for the command: verbatim \(command)")
  }

  private func parameters(_ limit: Int, _ cursor: String?) -> SearchParameters {
    var parameters: SearchParameters = query.parameters(timeout: time.timeout)
    parameters.limit = limit
    parameters.cursor = cursor
    parameters.sort = sort
    parameters.rank = rank
    parameters.k1 = weights.k1
    parameters.b = weights.b
    parameters.explain = explain ? true : nil
    parameters.collapse = collapse ? true : nil
    return parameters
  }
}
