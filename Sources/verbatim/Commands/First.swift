import ArgumentParser
import Client
import Wire

/// `verbatim first`: the earliest units for a query.
struct First: PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "first", abstract: "Quote what matches first by date: when was it said for the first time?",
    discussion: """
      Prints the earliest paragraph that matches, with its date before it; with --limit, the earliest ones. It finds what \
      "verbatim search --sort date --limit 1" finds, in the same formats. Of two that are dated the same day, the one whose \
      document comes first in the corpus is first; what has no date comes last.

      A date may be known as a month or a year only: it counts from its first day on.

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      \(Manual.exitCodesOfQueries)

      EXAMPLES
        verbatim first '"responsibility to protect"'
        verbatim first veto --speaker France --level statement
        verbatim first veto --from 2010 --limit 3
        verbatim first veto --format json
      """)

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most hits to show; 0 for all.", valueName: "n"))
  var limit: Int = 1

  @Option(
    help: ArgumentHelp(
      "Go on where an earlier answer's cursor says, given as it was, with the same query and options.",
      valueName: "cursor"))
  var cursor: String?

  @OptionGroup(title: "Output") var printing: PrintOptions<SearchFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is \(limit); expected 0 (all) or more") }
  }

  func answer() throws -> Client.ExitCode {
    try query.requireSomething()
    var printer = try printing.chosenFormat().printer(text: FirstTextPrinter(printing.layout))
    let pages = try ask(.first, limit: limit, cursor: cursor, parameters) { page throws(ClientError) in
      try printer.take(page)
    }
    guard let pages else { return .hits }
    try printer.finish()
    return conclude(pages)
  }

  private func parameters(_ limit: Int, _ cursor: String?) -> SearchParameters {
    var parameters: SearchParameters = query.parameters(timeout: time.timeout)
    parameters.limit = limit
    parameters.cursor = cursor
    return parameters
  }
}
