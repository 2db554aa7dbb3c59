import ArgumentParser
import Client
import Wire

extension CitationStyle: ExpressibleByArgument {}

/// `verbatim cite`: citations of what has these ids.
struct Cite: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Print citations of paragraphs, statements and documents by their ids.",
    discussion: CiteManual.text)

  @Argument(
    help: ArgumentHelp(
      "The id of a paragraph (DOCUMENT#p12, or DOCUMENT#p12@3f9a1c as it is cited), a statement (DOCUMENT#s3) or a "
        + "document.", valueName: "id"))
  var ids: [String]

  @Option(
    help: ArgumentHelp("The form of the citations. (default: footnote)", valueName: "style"))
  var style: CitationStyle?

  @OptionGroup(title: "Output") var printing: PrintOptions<PlainFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient()
    var parameters = CiteParameters(ids: ids)
    parameters.style = style
    parameters.timeout = time.timeout
    let reply = try ask(&client, .cite, parameters, silence: time.silence)
    switch format {
    case .json: try Output.json(reply)
    case .text: try Output.citations(of: reply)
    }
    return noteFindings(
      reply.items.map {
        NamedFinding(
          asked: $0.asked, id: $0.citation?.id, isFound: $0.citation != nil, changed: $0.changed,
          problem: $0.problem)
      })
  }
}
