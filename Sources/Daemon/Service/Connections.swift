import NIOCore
import Synchronization

/// The connections that are open, and since when there is none.
final class Connections: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var idleSince: ContinuousClock.Instant? = .now
  }

  private let state = Mutex(State())

  var count: Int { state.withLock { $0.channels.count } }

  /// Since when no connection is open; nil while one is.
  var idleSince: ContinuousClock.Instant? { state.withLock { $0.idleSince } }

  /// Takes `channel` in until it closes, unless there are `limit` already.
  func add(_ channel: any Channel, limit: Int) -> Bool {
    let isAdded = state.withLock { state in
      guard state.channels.count < limit else { return false }
      state.channels[ObjectIdentifier(channel)] = channel
      state.idleSince = nil
      return true
    }
    if isAdded { channel.closeFuture.whenComplete { _ in self.remove(channel) } }
    return isAdded
  }

  private func remove(_ channel: any Channel) {
    state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = nil
      if state.channels.isEmpty { state.idleSince = .now }
    }
  }

  /// Tells every connection.
  func tell(_ event: SessionEvent) {
    for channel in state.withLock({ Array($0.channels.values) }) {
      channel.pipeline.fireUserInboundEventTriggered(event)
    }
  }
}
