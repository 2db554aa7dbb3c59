import ArgumentParser
import Client
import Wire

/// `verbatim status`: how the daemon fares; starts none.
struct Status: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how the daemon fares; starts none.",
    discussion: """
      Says which daemon answers at the socket, for which corpus and index, whether the index is ready and fresh, and how \
      much it has served. If none answers, "verbatim doctor" says what there is.

      \(Manual.environmentOfControl)

      \(Manual.files)

      EXIT CODES
        0  it answers
        2  an error
        4  no daemon answers

      EXAMPLES
        verbatim status
        verbatim status --index ~/speeches-index --format json
      """)

  @OptionGroup(title: "Output") var printing: PrintOptions<PlainFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .status, NoParameters())
    switch format {
    case .json: try Output.json(reply)
    case .text: try Output.result(printing.layout.text(of: reply))
    }
    note(reply.warnings)
    return .hits
  }
}
