internal import Segment

/// Windows of a segment that several threads answer, each the next that nobody has taken, and one hands on in order.
///
/// As jobs of a build are (`OrderedJobs`), but that each thread has a clause of its own for all of its windows, and the one that
/// hands them on answers some too.
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
  private let processors: Processors
  private let state: Monitor<State>
  /// Windows that must be left for each thread that helps: to start one, and to make its clause, takes as long as a few.
  private static let leastForHelper = 4
  /// Windows that may be taken before those before them are handed on: some for each thread.
  private static let mostAhead = 32

  /// - Parameter first: The first that is not handed on yet.
  init(_ windows: SegmentWindows, from first: Int, on processors: Processors) {
    self.windows = windows
    self.first = first
    self.processors = processors
    state = Monitor(State(next: first, present: first))
  }

  /// Hands all windows to `body` on this thread, which answers them too.
  ///
  /// - Parameter clause: What this thread answers with; it has answered those before.
  /// - Throws: What `body` throws, or the first window in order that cannot be answered. All helpers have ended on return.
  func forEach(
    with clause: any Clause, _ body: (Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    processors.take()
    defer { processors.giveBack() }
    let helpers = startHelpers()
    defer {
      state.update { $0.isCancelled = true }
      for helper in helpers { helper.join() }
    }
    for number in first..<windows.count {
      let window = try answer(to: number, with: clause).get()
      try window.checkDeadline()
      try body(window)
    }
  }

  private func startHelpers() -> [WorkerThread] {
    let count = processors.takeSpare(atMost: (windows.count - first) / Self.leastForHelper)
    return (0..<count).compactMap { _ in
      do {
        return try WorkerThread(for: "a query") { help() }
      } catch {
        // A thread that the system does not give is one that does not help.
        processors.giveBack()
        return nil
      }
    }
  }

  private enum Step {
    case take(Int)
    case have(Result<Window, SearchError>)
  }

  /// Waits for the answer to a window, and answers others meanwhile.
  private func answer(to number: Int, with clause: any Clause) -> Result<Window, SearchError> {
    while true {
      let step: Step = state.update(
        when: { $0.answers[number] != nil || mayTake($0) },
        { state in
          state.present = number
          if let answer = state.answers.removeValue(forKey: number) { return .have(answer) }
          return .take(take(&state))
        })
      switch step {
      case .have(let answer): return answer
      case .take(let taken):
        let answer = answer(taken, with: clause)
        if taken == number { return answer }
        state.update { $0.answers[taken] = answer }
      }
    }
  }

  /// Answers windows until there are none, or somebody else asks for the processor.
  private func help() {
    var clause: Result<any Clause, SearchError>?
    while !processors.giveBackIfWanted() {
      let taken: Int? = state.update(
        when: { $0.isCancelled || $0.next == windows.count || mayTake($0) },
        { $0.isCancelled || $0.next == windows.count ? nil : take(&$0) })
      guard let taken else { return processors.giveBack() }
      let known = clause ?? Result { () throws(SearchError) in try windows.clause() }
      clause = known
      let answer = known.flatMap { self.answer(taken, with: $0) }
      state.update { $0.answers[taken] = answer }
    }
  }

  private func answer(_ number: Int, with clause: any Clause) -> Result<Window, SearchError> {
    Result { () throws(SearchError) in
      var window = windows.window
      try windows.fill(&window, number, with: clause)
      return window
    }
  }

  private func mayTake(_ state: State) -> Bool {
    state.next < min(windows.count, state.present + Self.mostAhead)
  }

  private func take(_ state: inout State) -> Int {
    defer { state.next += 1 }
    return state.next
  }
}
