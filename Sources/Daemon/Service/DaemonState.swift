import Logging
import NIOPosix
import Synchronization
import Wire

/// What all connections of one daemon share.
final class DaemonState: Sendable {
  /// Why a daemon leaves.
  enum Departure: Sendable {
    /// A signal, or the service group's end.
    case shutDown
    /// A `stop` request.
    case asked
    /// Nobody was connected for a while.
    case idle
  }

  let socket: SocketPath
  let limits: Limits
  let index: CurrentIndex
  let methods: MethodTable
  let workers: NIOThreadPool
  let connections: Connections
  let logger: Logger
  let pid: Int
  let startTime = ContinuousClock.now
  private let served = Atomic<Int>(0)
  private let departures: AsyncStream<Departure>.Continuation

  init(
    _ configuration: DaemonConfiguration, index: CurrentIndex, workers: NIOThreadPool, pid: Int,
    logger: Logger,
    departures: AsyncStream<Departure>.Continuation
  ) {
    self.socket = configuration.socket
    self.limits = configuration.limits
    self.index = index
    self.methods = MethodTable(limits: configuration.limits)
    self.workers = workers
    self.connections = Connections()
    self.logger = logger
    self.pid = pid
    self.departures = departures
  }

  /// Requests answered since the start.
  var requestsServed: Int { served.load(ordering: .relaxed) }

  func countRequest() { served.add(1, ordering: .relaxed) }

  /// Asks the daemon to leave: it listens no more, answers what it has taken, and ends.
  func leave(because departure: Departure) { departures.yield(departure) }
}
