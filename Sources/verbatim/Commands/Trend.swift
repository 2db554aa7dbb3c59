import ArgumentParser
import Client
import Wire

/// `verbatim trend`: how many units match in each year.
struct Trend: ClientCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how many paragraphs match in each year.",
    discussion: """
      share is hits / units, the paragraphs of that year; per million counts occurrences among that year's words. A \
      year without documents has no share.

      Example:
        verbatim trend veto

      Exit codes: 0 some, 1 none, 2 error, 3 index of another format, 4 no daemon, 5 incomplete answer.
      """)

  @OptionGroup var query: QueryOptions
  @OptionGroup(title: "Output") var printing: PrintOptions
  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient()
    var parameters = TrendParameters(query: query.query)
    parameters.timeout = query.timeout
    parameters.strict = query.strict
    let reply = try ask(&client, .trend, parameters, silence: query.silence)
    note(reply.warnings)
    switch format {
    case .json: try Output.json(reply)
    case .text: if reply.total ?? 0 > 0 { _ = Output.result(printing.layout.text(of: reply)) }
    }
    query.hintAtPhrase()
    guard let total = reply.total, reply.complete else { return .incomplete }
    if total == 0 { Output.note("no hits for \(reply.interpreted)") }
    return total > 0 ? .hits : .noHits
  }
}
