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

  /// Takes `channel` in, unless there are `limit` already.
  func add(_ channel: any Channel, limit: Int) -> Bool {
    state.withLock { state in
      guard state.channels.count < limit else { return false }
      state.channels[ObjectIdentifier(channel)] = channel
      state.idleSince = nil
      return true
    }
  }

  func remove(_ channel: any Channel) {
    state.withLock { state in
      guard state.channels.removeValue(forKey: ObjectIdentifier(channel)) != nil else { return }
      if state.channels.isEmpty { state.idleSince = .now }
    }
  }

  /// Tells every connection to end once it has answered what it took.
  func leave() {
    for channel in all { channel.pipeline.fireUserInboundEventTriggered(SessionEvent.leave) }
  }

  /// Ends every connection now.
  func close() {
    for channel in all { channel.close(promise: nil) }
  }

  private var all: [any Channel] { state.withLock { Array($0.channels.values) } }
}
