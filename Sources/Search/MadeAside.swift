internal import Segment
internal import Synchronization

/// A value that a thread of its own makes when it is first asked for, and that is kept.
///
/// Who asks waits for it, each until a deadline of its own. The work goes on behind that: however little time each gives, one who asks again
/// finds it made. It ends when nobody can ask any more.
final class MadeAside<Value: Sendable>: Sendable {
  /// Makes the value, and gives up, whatever it throws then, once there is no interest left.
  typealias Making = @Sendable (Interest) throws(SearchError) -> Value

  private struct State {
    /// Attempts that were begun, and the last that is over, with what came of it.
    var begunCount = 0
    var overCount = 0
    var result: Result<Value, SearchError>?

    var isMaking: Bool { overCount < begunCount }
  }

  private let state = Monitor(State())
  private let interest = Interest()

  deinit { interest.end() }

  /// The value; `make` makes it if nobody has. If that fails, whoever waits is told, and the next to ask tries again.
  ///
  /// - Parameter deadline: nil to wait as long as it takes.
  /// - Throws: `deadlineExceeded` if it is not there by `deadline`.
  func value(by deadline: ContinuousClock.Instant?, _ make: @escaping Making) throws(SearchError) -> Value {
    let (awaited, begins) = state.update { state in
      if case .success = state.result { return (state.overCount, false) }
      let begins = !state.isMaking
      if begins { state.begunCount += 1 }
      return (state.begunCount, begins)
    }
    if begins { begin(make) }
    let isOver = { (state: State) in state.overCount >= awaited }
    let result =
      if let deadline {
        state.update(when: isOver, by: deadline) { $0.result } ?? nil
      } else {
        state.update(when: isOver) { $0.result }
      }
    guard let result else { throw .deadlineExceeded }
    return try result.get()
  }

  private func begin(_ make: @escaping Making) {
    let (state, interest) = (state, interest)
    let work = { @Sendable () -> Void in
      let result = Result { () throws(SearchError) in try make(interest) }
      state.update {
        $0.overCount += 1
        $0.result = result
      }
    }
    do throws(SegmentError) {
      try WorkerThread(for: "a query", work).detach()
    } catch {
      // Where the system gives no thread, this one does it, however long it takes.
      work()
    }
  }
}

/// Whether anybody can still ask for what a thread makes.
final class Interest: Sendable {
  private let flag = Atomic(true)

  /// - Throws: `deadlineExceeded` if nobody can, for nobody to hear.
  func check() throws(SearchError) {
    if !flag.load(ordering: .relaxed) { throw .deadlineExceeded }
  }

  fileprivate func end() { flag.store(false, ordering: .relaxed) }
}
