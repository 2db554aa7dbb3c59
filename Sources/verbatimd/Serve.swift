import ArgumentParser
import Daemon
import Logging
import ServiceLifecycle
import UnixSignals
import Wire

/// `verbatimd serve`: answers until a signal, a `stop` request, idleness or the end of its input ends it.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer queries over a Unix socket, or over standard input and output.",
    discussion: """
      Where there is no index yet, it is built first; requests wait for it. The log goes to standard error. \
      After 10 minutes without a connection the daemon leaves; VERBATIM_IDLE_TIMEOUT sets other seconds, 0 for never. \
      Where the environment hands down a socket (LISTEN_PID, LISTEN_FDS) it listens at that one, and it tells NOTIFY_SOCKET \
      how it fares, as systemd expects. With --stdio it leaves when its input has ended and all is answered.

      Example:
        echo '{"jsonrpc":"2.0","id":1,"method":"count","params":{"query":"veto"}}' | verbatimd serve --stdio

      Exit codes: 0 left, 2 error.
      """)

  @OptionGroup var place: PlaceOptions

  @Option(help: "The socket to listen at. (environment: VERBATIM_SOCKET; default: one for each index)")
  var socket: String?

  @Flag(help: "Answer over standard input and output: no socket, nobody else.")
  var stdio = false

  func validate() throws {
    if stdio && socket != nil {
      throw ValidationError("--stdio uses no socket, but --socket names one; give one of them")
    }
  }

  func run() async throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "verbatimd")
    // People see it among their replies: what goes well needs no word.
    if stdio { logger.logLevel = .notice }
    let source = CorpusIndexSource(corpusRoot: place.corpusRoot, indexDirectory: place.indexDirectory)
    let service = try DaemonService(try configuration(for: source), source: source, logger: logger)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger))
    try await group.run()
  }

  private func configuration(for source: CorpusIndexSource) throws -> DaemonConfiguration {
    if stdio { return DaemonConfiguration(input: 0, output: 1) }
    let supervisor = try Supervisor(.process)
    var configuration =
      if let listener = supervisor.listener {
        DaemonConfiguration(listener)
      } else {
        DaemonConfiguration(socket: try SocketPath(option: socket, indexDirectory: source.indexDirectory))
      }
    configuration.supervisor = supervisor
    try configuration.readEnvironment()
    return configuration
  }
}
