import Daemon
import Foundation
import Synchronization
import TestSupport
import Testing
import Wire

/// A daemon in this process.
///
/// It runs on threads of its own, but for its pauses: other tests may keep all of the shared ones busy for minutes.
struct RunningDaemon {
  private final class End: Sendable {
    let isReached = Atomic<Bool>(false)
  }

  private let end = End()
  private let task: Task<Void, any Error>

  init(_ service: DaemonService) {
    task = Task(executorPreference: ThreadExecutor.shared) { [end] in
      defer { end.isReached.store(true, ordering: .sequentiallyConsistent) }
      try await service.run()
    }
  }

  private var hasEnded: Bool { end.isReached.load(ordering: .sequentiallyConsistent) }

  /// Waits until it listens at `socket`, or has ended.
  func waitUntilItListens(at socket: SocketPath) {
    waitUntil { hasEnded || (try? UnixConnection(connectingTo: socket)) != nil }
  }

  /// Asks it to leave until it has: it may be full, or not listen yet, or not any more.
  func stop(at socket: SocketPath) {
    let start = ContinuousClock.now
    while !hasEnded {
      guard start.duration(to: .now) < .seconds(600) else {
        Issue.record("the daemon has not left in ten minutes")
        return task.cancel()
      }
      if var peer = try? Peer(socket) {
        try? peer.send(request(1, "stop"))
        _ = try? peer.rest()
      }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  /// Waits for its end.
  /// - Throws: What ended it.
  func value() async throws { try await task.value }
}
