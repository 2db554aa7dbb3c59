import ArgumentParser
import Client
import Wire

/// Which corpus is asked, and through which daemon.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of source files. (VERBATIM_CORPUS; default: corpus)", valueName: "dir"))
  var corpus: String?

  @Option(help: ArgumentHelp("The folder of the index. (VERBATIM_INDEX; default: index)", valueName: "dir"))
  var index: String?

  @Option(
    help: ArgumentHelp("The daemon's socket. (VERBATIM_SOCKET; default: see socket-path)", valueName: "path"))
  var socket: String?

  @Flag(help: "Start no daemon; exit 4 if none answers. (VERBATIM_NO_SPAWN)")
  var noSpawn = false

  func place() throws(ClientError) -> Place {
    do throws(SocketError) {
      return try Place(corpus: corpus, index: index, socket: socket)
    } catch {
      throw .socket(error)
    }
  }

  var mayStart: Bool { !noSpawn && Environment.process["VERBATIM_NO_SPAWN"].map { $0 == "0" } ?? true }
}
