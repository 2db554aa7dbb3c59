import ArgumentParser
import Client
import Wire

extension SearchParameters.Sort: ExpressibleByArgument {}

/// `verbatim search`: quotes the best units for a query.
struct Search: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Quote the paragraphs that match best; the command if none is named.",
    discussion: SearchManual.text)

  @OptionGroup var query: QueryOptions

  @Option(help: ArgumentHelp("The most hits to show; 0 for all.", valueName: "n"))
  var limit: Int = 10

  // Unconditional, for a value of this option begins with a dash.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The best first, the earliest first, or the latest first (-date); what has no date comes last. (default: relevance)",
      valueName: "order"))
  var sort: SearchParameters.Sort?

  @Option(help: ArgumentHelp("Go on where an earlier answer's cursor says.", valueName: "cursor"))
  var cursor: String?

  @Option(
    name: .customLong("k1"),
    help: ArgumentHelp("BM25's term frequency saturation. (default: 1.2)", valueName: "x"))
  var k1: Double?

  @Option(
    name: .customLong("b"),
    help: ArgumentHelp("BM25's length normalization, 0 through 1. (default: 0.75)", valueName: "x"))
  var b: Double?

  @Flag(help: "Say under each hit what its score is made of; see \"verbatim help explain\".")
  var explain = false

  @OptionGroup(title: "Output") var printing: PrintOptions<SearchFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is \(limit); expected 0 (all) or more") }
    for (name, value) in [("--k1", k1), ("--b", b)] {
      if let value, !value.isFinite { throw ValidationError("\(name) is \(value); expected a finite number") }
    }
  }

  func answer() throws -> Client.ExitCode {
    try query.requireSomething()
    var printer: any SearchPrinter =
      switch try printing.chosenFormat() {
      case .text: TextSearchPrinter(printing.layout)
      case .json: JSONSearchPrinter()
      case .jsonl: LinesSearchPrinter()
      case .vimgrep: VimgrepSearchPrinter()
      }
    var client = try makeClient()
    var pages = Pages(limit: limit, cursor: cursor)
    var warnings: [WarningMessage] = []
    while let (limit, cursor) = pages.next {
      let reply = try ask(&client, .search, parameters(limit, cursor), silence: time.silence)
      let paths = ReadersPaths(corpusRoot: client.hello?.corpusRoot ?? "")
      note(reply.warnings.filter { !warnings.contains($0) })
      warnings += reply.warnings.filter { !warnings.contains($0) }
      pages.take(reply)
      guard try printer.take(paths.applied(to: reply)) else { return .hits }
    }
    try printer.finish()
    return conclude(pages)
  }

  private func parameters(_ limit: Int, _ cursor: String?) -> SearchParameters {
    var parameters: SearchParameters = query.parameters(timeout: time.timeout)
    parameters.limit = limit
    parameters.cursor = cursor
    parameters.sort = sort
    parameters.k1 = k1
    parameters.b = b
    parameters.explain = explain ? true : nil
    return parameters
  }

  /// Says how much was shown, and of what.
  private func conclude(_ pages: Pages) -> Client.ExitCode {
    guard let last = pages.last else { return .error }
    query.hintAtPhrase()
    guard let total = last.total, last.complete else { return .incomplete }
    if total == 0 {
      Output.note("no hits for \(last.interpreted)")
      return .noHits
    }
    if pages.shown < total { Output.note("\(pages.shown) of \(total) shown") }
    return pages.shown > 0 ? .hits : .noHits
  }
}

/// The pages a search is answered in.
private struct Pages {
  private var left: Int?
  private var cursor: String?
  private(set) var shown = 0
  private(set) var last: SearchReply?

  /// - Parameter limit: The most hits of all pages together; 0 for no limit.
  init(limit: Int, cursor: String?) {
    self.left = limit == 0 ? nil : limit
    self.cursor = cursor
  }

  var isFirst: Bool { last == nil }

  /// The limit (0 for a whole page) and the cursor of the next page; nil after the last.
  var next: (limit: Int, cursor: String?)? {
    isFirst || (cursor != nil && left != 0) ? (left ?? 0, cursor) : nil
  }

  mutating func take(_ reply: SearchReply) {
    shown += reply.hits.count
    left = left.map { max(0, $0 - reply.hits.count) }
    // A page without hits has no next one, whatever it says: there must be an end.
    cursor = reply.hits.isEmpty ? nil : reply.cursor
    last = reply
    // The hits are printed; only what is said of them all is kept.
    last?.hits = []
  }
}
