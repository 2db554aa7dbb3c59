internal import Segment

/// Windows of a segment that several threads answer, each the next that nobody has taken, and one hands on in order.
struct SharedWindows: Sendable {
  private struct State {
    /// The next window that a thread will take, and the one that is handed on next.
    var next: Int
    var present: Int
    /// What was answered and not handed on, by number.
    var answers: [Int: Result<Window, SearchError>] = [:]
    var isCancelled = false
  }

  private let windows: SegmentWindows
  private let first: Int
  private let state: Monitor<State>
  /// Answers that wait are no more than so many for each thread.
  private static let answersPerThread = 4

  init(_ windows: SegmentWindows, from first: Int) {
    self.windows = windows
    self.first = first
    state = Monitor(State(next: first, present: first))
  }

  /// Hands all windows to `body` on this thread, which answers them too.
  ///
  /// - Parameter clause: What this thread answers with; it has answered those before.
  /// - Throws: What `body` throws, or the first window in order that cannot be answered. All helpers have ended on return.
  func forEach(
    with clause: any Clause, helperCount: Int, _ body: (Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    let limit = (helperCount + 1) * Self.answersPerThread
    // A thread that the system does not give is one that does not help.
    let helpers = (0..<helperCount).compactMap { _ in
      try? WorkerThread(for: "a query") { help(limit) }
    }
    defer {
      state.update { $0.isCancelled = true }
      for helper in helpers { helper.join() }
    }
    for number in first..<windows.count {
      try body(try answer(number, with: clause, limit).get())
    }
  }

  /// Waits for the answer to a window, and answers others meanwhile.
  private func answer(
    _ number: Int, with clause: any Clause, _ limit: Int
  ) -> Result<Window, SearchError> {
    while true {
      let mine: Int? = state.update(
        when: { $0.answers[number] != nil || mayTake($0, limit) },
        { state in
          state.present = number
          return state.answers[number] == nil ? take(&state) : nil
        })
      guard let mine else { break }
      let answer = Self.answer(mine, of: windows, with: clause)
      if mine == number { return answer }
      state.update { $0.answers[mine] = answer }
    }
    return state.update { $0.answers.removeValue(forKey: number)! }
  }

  private func help(_ limit: Int) {
    let clause = Result { () throws(SearchError) in try windows.clause() }
    while true {
      let mine: Int? = state.update(
        when: { $0.isCancelled || $0.next == windows.count || mayTake($0, limit) },
        { $0.isCancelled || $0.next == windows.count ? nil : take(&$0) })
      guard let mine else { return }
      let answer = clause.flatMap { Self.answer(mine, of: windows, with: $0) }
      state.update { $0.answers[mine] = answer }
    }
  }

  private static func answer(
    _ number: Int, of windows: SegmentWindows, with clause: any Clause
  ) -> Result<Window, SearchError> {
    Result { () throws(SearchError) in try windows.answered(number, with: clause) }
  }

  private func mayTake(_ state: State, _ limit: Int) -> Bool {
    state.next < min(windows.count, state.present + limit)
  }

  private func take(_ state: inout State) -> Int {
    defer { state.next += 1 }
    return state.next
  }
}
