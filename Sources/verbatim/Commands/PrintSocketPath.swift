import ArgumentParser
import Client
import Wire

/// `verbatim socket-path`: where the daemon listens, or would.
struct PrintSocketPath: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "socket-path", abstract: "Print where the daemon listens, or would.")

  @OptionGroup(title: "Place") var place: PlaceOptions

  func answer() throws -> Client.ExitCode {
    _ = Output.result("\(try place.place().socket)\n")
    return .hits
  }
}
