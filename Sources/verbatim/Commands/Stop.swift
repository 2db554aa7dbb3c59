import ArgumentParser
import Client
import Wire

/// `verbatim stop`: lets the daemon leave.
struct Stop: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stop the daemon, once it has answered what it took.",
    discussion: """
      The next query starts another one. Needed after an update of the programs, or to have another corpus answered for \
      at the same index or socket; never for a new index, which "verbatim index build" hands over.

      \(Manual.environmentOfControl)

      \(Manual.files)

      EXIT CODES
        0  stopped
        2  an error
        4  no daemon answers

      EXAMPLES
        verbatim stop
        verbatim stop --socket /run/user/1000/verbatim/1c5ab4c0ffee.sock
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .stop, NoParameters())
    try client.waitForEnd()
    Output.note("stopped the daemon (pid \(reply.pid))")
    return .hits
  }
}
