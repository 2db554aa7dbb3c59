import Logging
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
    /// The one connection over standard input and output has ended.
    case inputEnded
  }

  /// Where the daemon listens; nil over standard input and output.
  let socket: SocketPath?
  let limits: Limits
  let index: CurrentIndex
  let methods: MethodTable
  let workers: Workers
  let connections = Connections()
  let logger: Logger
  let pid = ProcessLimits.processID
  let startTime = ContinuousClock.now
  private let served = Atomic<Int>(0)
  private let departures: AsyncStream<Departure>.Continuation

  init(
    _ configuration: DaemonConfiguration, index: CurrentIndex, workers: Workers, logger: Logger,
    departures: AsyncStream<Departure>.Continuation
  ) {
    self.socket =
      switch configuration.place {
      case .socket(let socket): socket
      case .inherited(let listener): listener.socket
      case .streams: nil
      }
    self.limits = configuration.limits
    self.index = index
    self.methods = MethodTable(limits: configuration.limits)
    self.workers = workers
    self.logger = logger
    self.departures = departures
  }

  /// Requests answered since the start.
  var requestsServed: Int { served.load(ordering: .relaxed) }

  func countRequests(_ count: Int) { served.add(count, ordering: .relaxed) }

  /// Asks the daemon to leave: it listens no more, answers what it has taken, and ends.
  func leave(because departure: Departure) { departures.yield(departure) }
}
