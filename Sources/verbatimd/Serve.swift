import ArgumentParser
import Daemon
import Logging
import ServiceLifecycle
import UnixSignals
import Wire

/// `verbatimd serve`: answers until a signal, a `stop` request or idleness ends it.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer queries over a Unix socket.",
    discussion: """
      Where there is no index yet, it is built first; requests wait for it. The log goes to standard error. \
      After 10 minutes without a connection the daemon leaves; VERBATIM_IDLE_TIMEOUT sets other seconds, 0 for never.
      """)

  @OptionGroup var place: PlaceOptions

  @Option(help: "The socket to listen at. (environment: VERBATIM_SOCKET; default: one for each index)")
  var socket: String?

  func run() async throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    let logger = Logger(label: "verbatimd")
    let source = CorpusIndexSource(corpusRoot: place.corpusRoot, indexDirectory: place.indexDirectory)
    var configuration = DaemonConfiguration(
      socket: try SocketPath(option: socket, indexDirectory: source.indexDirectory))
    try configuration.readEnvironment()
    let service = try DaemonService(configuration, source: source, logger: logger)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger))
    try await group.run()
  }
}
