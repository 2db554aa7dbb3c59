import ArgumentParser
import Client
import Wire

/// `verbatim status`: how the daemon fares; starts none.
struct Status: ClientCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how the daemon fares; starts none.",
    discussion: "Exit codes: 0 it answers, 2 error, 4 no daemon.")

  @OptionGroup(title: "Output") var printing: PrintOptions
  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .status, NoParameters())
    switch format {
    case .json: try Output.json(reply)
    case .text: _ = Output.result(printing.layout.text(of: reply))
    }
    return .hits
  }
}
