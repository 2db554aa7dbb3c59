import NIOCore
import Wire

/// The requests of one session that are owed an answer: those that wait to be started, and those that run.
struct RequestLedger {
  private struct Running {
    let id: RequestID
    /// Goes off when its time is up.
    var alarm: Scheduled<Void>?
  }

  private(set) var waiting: [WaitingRequest] = []
  private var running: [Int: Running] = [:]
  private var lastTicket = 0

  var count: Int { waiting.count + running.count }
  var runningCount: Int { running.count }

  mutating func add(_ request: WaitingRequest) { waiting.append(request) }

  /// Lets the time of all that wait run from now on.
  mutating func beginTime() {
    for position in waiting.indices { waiting[position].beginTime() }
  }

  /// Takes out the request that waits longest; it is then to be started with ``start(_:)``.
  mutating func next() -> WaitingRequest? { waiting.isEmpty ? nil : waiting.removeFirst() }

  /// Notes that the request `id` runs, and returns a ticket to end it with: clients may use an id twice.
  mutating func start(_ id: RequestID) -> Int {
    lastTicket += 1
    running[lastTicket] = Running(id: id)
    return lastTicket
  }

  /// Has `alarm` cancelled when the request with `ticket` ends.
  mutating func set(_ alarm: Scheduled<Void>, for ticket: Int) { running[ticket]?.alarm = alarm }

  /// Notes that the request with `ticket` has its answer; false if it had one before.
  mutating func finish(_ ticket: Int) -> Bool {
    guard let ended = running.removeValue(forKey: ticket) else { return false }
    ended.alarm?.cancel()
    return true
  }

  /// Takes out all that wait, and returns their ids.
  mutating func removeWaiting() -> [RequestID] {
    defer { waiting = [] }
    return waiting.map(\.id)
  }

  /// Takes out all, and returns their ids; what runs may end as it likes.
  mutating func removeAll() -> [RequestID] {
    let ended = running.sorted { $0.key < $1.key }.map(\.value)
    running = [:]
    for request in ended { request.alarm?.cancel() }
    return ended.map(\.id) + removeWaiting()
  }
}
