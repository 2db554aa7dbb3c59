internal import Segment

/// A value that a thread of its own makes when it is first asked for, and that is kept.
///
/// Who asks waits for it, each until a deadline of its own. The work goes on behind that: however little time each gives, one who asks again
/// finds it made.
final class MadeAside<Value: Sendable>: Sendable {
  private enum State {
    case unmade
    case making
    case over(Result<Value, SearchError>)

    var isSettled: Bool {
      if case .making = self { false } else { true }
    }
  }

  private let state = Monitor(State.unmade)

  /// The value; `make` makes it if nobody has. If that fails, whoever waits is told, and the next to ask tries again.
  ///
  /// - Parameter deadline: nil to wait as long as it takes.
  /// - Throws: `deadlineExceeded` if it is not there by `deadline`.
  func value(
    by deadline: ContinuousClock.Instant?, _ make: @escaping @Sendable () throws(SearchError) -> Value
  ) throws(SearchError) -> Value {
    let starts = state.update { state in
      switch state {
      case .making, .over(.success): return false
      case .unmade, .over(.failure):
        state = .making
        return true
      }
    }
    if starts { start(make) }
    let outcome: State? =
      if let deadline {
        state.update(when: \.isSettled, by: deadline) { $0 }
      } else {
        state.update(when: \.isSettled) { $0 }
      }
    guard case .over(let result) = outcome else { throw .deadlineExceeded }
    return try result.get()
  }

  private func start(_ make: @escaping @Sendable () throws(SearchError) -> Value) {
    let state = state
    do throws(SegmentError) {
      try WorkerThread(for: "a query") {
        let result = Result { () throws(SearchError) in try make() }
        state.update { $0 = .over(result) }
      }.detach()
    } catch {
      state.update { $0 = .over(.failure(.segment(error))) }
    }
  }
}
