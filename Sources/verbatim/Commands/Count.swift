import ArgumentParser
import Client
import Wire

/// `verbatim count`: how many units match.
struct Count: ClientCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how many paragraphs match.",
    discussion: """
      Example:
        verbatim count veto year:2013

      Exit codes: 0 some, 1 none, 2 error, 3 index of another format, 4 no daemon, 5 incomplete answer.
      """)

  @OptionGroup var query: QueryOptions
  @OptionGroup(title: "Output") var printing: PrintOptions
  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient()
    var parameters = CountParameters(query: query.query)
    parameters.timeout = query.timeout
    parameters.strict = query.strict
    let reply = try ask(&client, .count, parameters, silence: query.silence)
    note(reply.warnings)
    switch format {
    case .json: try Output.json(reply)
    case .text: if let total = reply.total { _ = Output.result("\(total)\n") }
    }
    query.hintAtPhrase()
    guard let total = reply.total, reply.complete else { return .incomplete }
    return total > 0 ? .hits : .noHits
  }
}
