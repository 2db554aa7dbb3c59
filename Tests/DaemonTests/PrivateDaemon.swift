import Daemon
import Foundation
import Logging
import TestSupport
import Testing
import Wire

/// Runs a daemon of its own, at a socket in a folder of its own, for as long as `body` takes.
///
/// The body may block: it has a thread of its own, so that the daemon's tasks are never kept from running.
func withDaemon(
  _ source: CannedSource = CannedSource(), workerCount: Int = 2, limits: Limits = Limits(),
  idleTimeout: Duration? = nil, farewell: Duration = .seconds(1),
  _ body: @escaping @Sendable (SocketPath) throws -> Void
) async throws {
  let folder = try PrivateFolder()
  let socket = try SocketPath(folder.path + "/d.sock")
  var configuration = DaemonConfiguration(socket: socket)
  configuration.workerCount = workerCount
  configuration.limits = limits
  configuration.idleTimeout = idleTimeout
  configuration.farewell = farewell
  let daemon = RunningDaemon(try makeService(configuration, source))
  let outcome = await withTaskExecutorPreference(ThreadExecutor.shared) {
    daemon.waitUntilItListens(at: socket)
    defer { daemon.stop(at: socket) }
    return Result { try body(socket) }
  }
  try await daemon.value()
  try outcome.get()
}

/// A daemon that says nothing.
func makeService(_ configuration: DaemonConfiguration, _ source: CannedSource) throws -> DaemonService {
  try DaemonService(
    configuration, source: source, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
}

/// Waits for what must come about sooner or later.
func waitUntil(_ condition: () throws -> Bool) rethrows {
  let start = ContinuousClock.now
  while try !condition() {
    // Far beyond what the slowest machine needs.
    guard start.duration(to: .now) < .seconds(60) else {
      Issue.record("what was waited for has not come about in a minute")
      return
    }
    Thread.sleep(forTimeInterval: 0.005)
  }
}
