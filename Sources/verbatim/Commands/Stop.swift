import ArgumentParser
import Client
import Wire

/// `verbatim stop`: lets the daemon leave.
struct Stop: ClientCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop the daemon, once it has answered what it took.",
    discussion: "Exit codes: 0 stopped, 2 error, 4 no daemon.")

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .stop, NoParameters())
    try client.waitForEnd()
    Output.note("stopped the daemon (pid \(reply.pid))")
    return .hits
  }
}
