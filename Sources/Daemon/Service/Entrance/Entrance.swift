import NIOCore

/// Where a daemon's connections come from.
protocol Entrance: Sendable {
  /// Lets connections in from now on.
  func open(_ state: DaemonState, on group: any EventLoopGroup) async throws

  /// Lets no more in, and leaves the place to the next daemon; connections that are open go on.
  func close() async

  /// Waits until what the connections sent has left the process, but not after `deadline`.
  func drain(until deadline: ContinuousClock.Instant) async throws
}

/// Waits for what comes about on another thread, but not after `deadline`.
func wait(until deadline: ContinuousClock.Instant, for condition: () -> Bool) async {
  while !condition(), ContinuousClock.now < deadline {
    // Not cancellable: who leaves still has answers to give.
    await Task.detached { try? await Task.sleep(for: .milliseconds(5)) }.value
  }
}
