import NIOCore

/// What a session has sent, and how much of it the client has not read.
///
/// Read is what the system took from us: some hundred kilobytes that lie in the socket's own buffer count as read. Lives on
/// its connection's event loop.
final class Outbox {
  private let channel: any Channel
  private let byteLimit: Int
  private var sentByteCount = 0
  /// What was sent and the system has not taken yet.
  private var pendingCount = 0
  private var stallWatch: StallWatch?

  /// - Parameter byteLimit: Over so many unread bytes the outbox is full; what is sent then is still sent.
  init(_ channel: any Channel, byteLimit: Int) {
    self.channel = channel
    self.byteLimit = byteLimit
  }

  var isFull: Bool { unreadByteCount > byteLimit }
  var isEmpty: Bool { unreadByteCount == 0 }

  private var unreadByteCount: Int {
    // To ask the channel takes longer than most of what is done with a request.
    if pendingCount == 0 { return 0 }
    // Fails once the channel is closed: then nothing is to be read any more.
    return (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  /// Sends `bytes`, and calls `completion` once the system has taken them, or never will.
  func send(_ bytes: [UInt8], _ completion: @escaping () -> Void) {
    sentByteCount += bytes.count
    pendingCount += 1
    channel.writeAndFlush(channel.allocator.buffer(bytes: bytes)).assumeIsolated().whenComplete { _ in
      self.pendingCount -= 1
      completion()
    }
  }

  // MARK: Stalls

  private struct StallWatch {
    var nextLook: Scheduled<Void>?
    /// Bytes the client had read when it last read any.
    var takenByteCount: Int
    var lastProgress = ContinuousClock.now
  }

  /// Reports again and again, as long as something is unread, for how long the client has read nothing.
  func watchForStalls(every pause: TimeAmount, _ report: @escaping (Duration) -> Void) {
    if stallWatch != nil || isEmpty { return }
    stallWatch = StallWatch(takenByteCount: sentByteCount - unreadByteCount)
    scheduleLook(in: pause, report)
  }

  func stopWatching() {
    stallWatch?.nextLook?.cancel()
    stallWatch = nil
  }

  private func scheduleLook(in pause: TimeAmount, _ report: @escaping (Duration) -> Void) {
    stallWatch?.nextLook = channel.eventLoop.assumeIsolated().scheduleTask(in: pause) {
      guard var watch = self.stallWatch, !self.isEmpty else { return self.stopWatching() }
      let taken = self.sentByteCount - self.unreadByteCount
      if taken > watch.takenByteCount {
        watch.takenByteCount = taken
        watch.lastProgress = .now
        self.stallWatch = watch
      }
      self.scheduleLook(in: pause, report)
      report(watch.lastProgress.duration(to: .now))
    }
  }
}
