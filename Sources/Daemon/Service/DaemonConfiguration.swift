package import Wire

/// What a daemon is started with.
package struct DaemonConfiguration: Sendable {
  /// Where its connections come from.
  package enum Place: Sendable {
    case socket(SocketPath)
    /// A socket that the supervisor listens at already.
    case inherited(Supervisor.Listener)
    /// Two files that are open already, for one connection: the daemon leaves when it ends.
    case streams(input: Int32, output: Int32)
  }

  package var place: Place
  package var supervisor = Supervisor()
  package var limits = Limits()
  /// How long the daemon stays without a connection; nil for ever.
  package var idleTimeout: Duration?
  /// How long connections may take to end once the daemon leaves.
  package var farewell = Duration.seconds(5)
  /// Threads that answer queries; nil for one per core, at least two.
  package var workerCount: Int?

  package init(socket: SocketPath) {
    place = .socket(socket)
    idleTimeout = .seconds(IdleTimeout.presetSeconds)
  }

  package init(_ listener: Supervisor.Listener) {
    place = .inherited(listener)
    idleTimeout = .seconds(600)
  }

  package init(input: Int32, output: Int32) { place = .streams(input: input, output: output) }

  /// Reads `VERBATIM_IDLE_TIMEOUT`: seconds, 0 for ever.
  /// - Throws: If the value is not a number of seconds.
  package mutating func readEnvironment(_ environment: Environment = .process) throws(DaemonError) {
    guard let text = environment["VERBATIM_IDLE_TIMEOUT"] else { return }
    guard let seconds = IdleTimeout.seconds(text) else { throw .badIdleTimeout(found: text) }
    idleTimeout = seconds == 0 ? nil : .seconds(seconds)
  }
}
