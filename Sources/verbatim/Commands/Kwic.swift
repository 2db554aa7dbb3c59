import ArgumentParser
import Client
import Wire

extension KwicReply: PagedReply {
  var elementCount: Int { rows.count }
  var listLength: Int? { occurrences }
  var emptied: KwicReply {
    var reply = self
    reply.rows = []
    return reply
  }
  func withPaths(_ paths: ReadersPaths) -> KwicReply { paths.applied(to: self) }
}

/// `verbatim kwic`: every occurrence, with the words around it.
struct Kwic: PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Print a concordance: each occurrence on a line, with the words around it.",
    discussion: """
      Prints a line for each occurrence of what is asked for, what matched under what matched, the earliest first: date, id, \
      the words before it, the match, the words behind it. A paragraph in which a word stands twice has two lines, a phrase \
      is one match. So is what must be near each other (NEAR, ADJ, "a phrase"~2), from its first word to its last; two such \
      matches may overlap, and each has its line. Where the terminal has no room for the ids they are left out; the other formats have them, and the \
      places in the source. Where it is very narrow, date and id stand above the lines of a paragraph.

      --limit is of lines. When there are more, standard error says so.

      FORMATS
        text  for people, as wide as the terminal
        json  one object: the reply as the daemon gives it, all lines under "rows"
        jsonl  a row a line as they come, then a line {"summary": …} with the rest of the reply, and "shown"
        csv  comma-separated values (RFC 4180): id, date, title, left, match, right, path, line, column, below a line that \
      names them
        vimgrep  path:line:column:text for each, as editors read lists of places

      IN JSON
      "total" counts the units that match, "occurrences" the rows of all pages; it is null for words joined by AND. A row \
      has "id", "document", "left", "match", "right" and "source", and "highlights", ranges in "match", where not all of it \
      was asked for.

      \(Manual.environmentOfAnswers)

      \(Manual.files)

      \(Manual.exitCodesOfQueries)

      EXAMPLES
        verbatim kwic veto
        verbatim kwic '"responsibility to protect"' --limit 0
        verbatim kwic veto --speaker France --sort -date
        verbatim kwic veto --limit 0 --width 80 --format csv > veto.csv
      """)

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most lines to show; 0 for all.", valueName: "n"))
  var limit: Int = 10

  // Unconditional, for a value of this option begins with a dash.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The earliest first, the latest first (-date), or the best first; what has no date comes last. (default: date)",
      valueName: "order"))
  var sort: SearchParameters.Sort?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Characters on either side of a match, 1,000 at most, even where lines get longer than the terminal is wide. (default: what fits; 40 in other formats than text)",
      valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Go on where an earlier answer's cursor says, given as it was, with the same query and options.",
      valueName: "cursor"))
  var cursor: String?

  @OptionGroup(title: "Output") var printing: PrintOptions<KwicFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is \(limit); expected 0 (all) or more") }
    if let width, !(0...KwicParameters.widthLimit).contains(width) {
      throw ValidationError("--width is \(width); expected 0 through \(KwicParameters.widthLimit)")
    }
  }

  func answer() throws -> Client.ExitCode {
    try query.requireSomething()
    let format = try printing.chosenFormat()
    let layout = printing.layout
    var printer = KwicPrinter(format, layout, contextWidth: width)
    let asked = width ?? (format == .text ? min(layout.width, KwicParameters.widthLimit) : nil)
    let pages = try ask(.kwic, limit: limit, cursor: cursor) {
      parameters($0, $1, width: asked)
    } take: { page throws(ClientError) in
      try printer.take(page)
    }
    guard let pages else { return .hits }
    try printer.finish()
    if let total = pages.last?.total, total > 0, pages.shown == 0, pages.last?.cursor == nil {
      Output.note(
        "nothing to show of \(total) that match: words of fields and behind NOT are not shown, and nothing else asked for stands there"
      )
    }
    return conclude(pages)
  }

  private func parameters(_ limit: Int, _ cursor: String?, width: Int?) -> KwicParameters {
    var parameters: KwicParameters = query.parameters(timeout: time.timeout)
    parameters.limit = limit
    parameters.cursor = cursor
    parameters.sort = sort
    parameters.width = width
    return parameters
  }
}
