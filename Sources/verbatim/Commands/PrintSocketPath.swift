import ArgumentParser
import Client
import Wire

/// `verbatim socket-path`: where the daemon listens, or would.
struct PrintSocketPath: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "socket-path", abstract: "Print where the daemon listens, or would.",
    discussion: """
      Each index has a socket of its own, named by a hash of the folder's real path, in a folder that only you may enter.

      \(Manual.environmentOfControl)

      \(Manual.files)

      EXIT CODES
        0  printed
        2  an error

      EXAMPLES
        nc -U "$(verbatim socket-path)"
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    try Output.result("\(try place.place().socket())\n")
    return .hits
  }
}
