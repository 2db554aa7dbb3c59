import Wire

/// A request that has been read and not been started.
struct WaitingRequest: Sendable {
  let id: RequestID
  let timeout: Duration
  let work: @Sendable (QueryContext, RequestID) -> [UInt8]
  /// Until when to answer; nil while the request waits for a first index.
  private(set) var deadline: ContinuousClock.Instant?

  init(id: RequestID, timeout: Duration, work: @escaping @Sendable (QueryContext, RequestID) -> [UInt8]) {
    self.id = id
    self.timeout = timeout
    self.work = work
  }

  /// Lets the request's time run from now on, unless it runs already.
  mutating func beginTime() {
    if deadline == nil { deadline = .now + timeout }
  }
}
