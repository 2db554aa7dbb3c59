import ArgumentParser
import Client
import Wire

/// `verbatim reload`: lets the daemon open the index again.
struct Reload: ClientCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the daemon open the index again.",
    discussion: "Exit codes: 0 done, 2 error, 3 index of another format, 4 no daemon.")

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .reload, NoParameters())
    let was = reply.previous.map { $0 == reply.generation ? ", as before" : ", before \($0)" } ?? ""
    Output.note("the daemon answers from generation \(reply.generation)\(was)")
    return .hits
  }
}
