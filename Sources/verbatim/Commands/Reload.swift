import ArgumentParser
import Client
import Wire

/// `verbatim reload`: lets the daemon open the index again.
struct Reload: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload", abstract: "Make the daemon open the index again.",
    discussion: """
      For an index that was put in place by something other than "verbatim index build", which does this itself, and for \
      synonyms.yaml, which is read again; what is wrong with it is said. \
      Queries that are under way get their answers from the index they began with.

      \(Manual.environmentOfControl)

      \(Manual.files)

      EXIT CODES
        0  done
        2  an error; the daemon goes on with what it had
        3  the index is of another format
        4  no daemon answers

      EXAMPLES
        verbatim reload
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    let reply = try ask(&client, .reload, NoParameters())
    let was = reply.previous.map { $0 == reply.generation ? ", as before" : ", before \($0)" } ?? ""
    Output.note("the daemon answers from generation \(reply.generation)\(was)")
    note(reply.warnings)
    return .hits
  }
}
