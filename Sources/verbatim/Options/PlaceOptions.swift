import ArgumentParser
import Client
import Wire

/// Which corpus is asked, and where its daemon listens.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of source files. (VERBATIM_CORPUS; default: corpus)", valueName: "folder"),
    completion: .directory)
  var corpus: String?

  @Option(
    help: ArgumentHelp("The folder of the index. (VERBATIM_INDEX; default: index)", valueName: "folder"),
    completion: .directory)
  var index: String?

  @Option(
    help: ArgumentHelp(
      "The daemon's socket. (VERBATIM_SOCKET; default: what \"verbatim socket-path\" prints)",
      valueName: "path"),
    completion: .file())
  var socket: String?

  @Flag(help: "Start no daemon: without one, exit 4. (VERBATIM_NO_SPAWN)")
  var noSpawn = false

  func place() throws(ClientError) -> Place {
    do throws(SettingError) {
      return try Place(corpus: corpus, index: index, socket: socket)
    } catch {
      throw .setting(error)
    }
  }
}

/// Who is to answer.
struct AnswererOptions: ParsableArguments {
  @Flag(
    help: """
      Ask a verbatimd of your own, for this one answer, instead of the daemon: nothing listens at a socket, and nothing \
      stays behind. It is so too where CI is set and no socket was chosen.
      """)
  var local = false

  func choice(_ options: PlaceOptions, _ place: Place) throws(ClientError) -> AnswererChoice {
    do throws(SettingError) {
      return try AnswererChoice(local: local, noSpawn: options.noSpawn, place: place)
    } catch {
      throw .setting(error)
    }
  }
}
