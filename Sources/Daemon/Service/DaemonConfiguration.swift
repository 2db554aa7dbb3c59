package import Wire

/// What a daemon is started with.
package struct DaemonConfiguration: Sendable {
  package var socket: SocketPath
  package var limits = Limits()
  /// How long the daemon stays without a connection; nil for ever.
  package var idleTimeout: Duration? = .seconds(600)
  /// How long connections may take to end once the daemon leaves.
  package var farewell = Duration.seconds(5)
  /// Threads that answer queries; nil for one per core, at least two.
  package var workerCount: Int?

  package init(socket: SocketPath) { self.socket = socket }

  /// Reads `VERBATIM_IDLE_TIMEOUT`: seconds, 0 for ever.
  /// - Throws: If the value is not a number of seconds.
  package mutating func readEnvironment(_ environment: Environment = .process) throws(DaemonError) {
    guard let text = environment["VERBATIM_IDLE_TIMEOUT"] else { return }
    guard let seconds = Int(text), (0...1_000_000_000).contains(seconds) else {
      throw .badIdleTimeout(found: text)
    }
    idleTimeout = seconds == 0 ? nil : .seconds(seconds)
  }
}
