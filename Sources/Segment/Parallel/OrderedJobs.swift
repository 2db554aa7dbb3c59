/// Runs numbered jobs on several threads, and hands what they make to one, in order of the jobs.
///
/// Threads take jobs in order, and none that is far ahead of what has been handed on; a job that has made one item waits with the
/// next until that has been taken. So two items a thread and two more are in memory at most.
package enum OrderedJobs<Item: Sendable> {
  /// What a job does with the items it makes, one after the other.
  package typealias Delivery = (Item) throws -> Void

  private struct State {
    /// The next job that a thread will take.
    var nextJob = 0
    /// The job whose items are handed on.
    var present = 0
    /// Items that were made and not handed on, by job.
    var items: [Int: Item] = [:]
    var outcomes: [Int: Result<Void, any Error>] = [:]
    var isCancelled = false
  }

  /// What a job is stopped with when its items are no longer wanted.
  private struct Cancellation: Error {}

  /// Runs the jobs from 0 to `count`.
  ///
  /// - Parameters:
  ///   - threadCount: The most threads that make items while this one takes them; with 1, this one does both.
  ///   - path: What is built, for the error.
  ///   - job: Called on some thread.
  ///   - take: Called on this thread, with the number of the job.
  /// - Throws: What `take` throws, or the first job that throws; after that no job is begun. All threads have ended on return.
  package static func run(
    count: Int, threadCount: Int, path: String, job: @escaping @Sendable (Int, Delivery) throws -> Void,
    take: (Int, Item) throws -> Void
  ) throws {
    if threadCount == 1 {
      for number in 0..<count { try job(number) { try take(number, $0) } }
      return
    }
    let state = Monitor(State())
    let window = threadCount + 2
    var threads: [WorkerThread] = []
    defer {
      state.update { $0.isCancelled = true }
      for thread in threads { thread.join() }
    }
    for _ in 0..<min(threadCount, count) {
      threads.append(try WorkerThread(for: path) { work(on: state, count, window: window, job) })
    }
    for number in 0..<count {
      state.update { $0.present = number }
      try takeItems(of: number, from: state) { try take(number, $0) }
    }
  }

  private static func takeItems(of number: Int, from state: Monitor<State>, _ take: Delivery) throws {
    while true {
      let item: Item? = try state.update(
        when: { $0.items[number] != nil || $0.outcomes[number] != nil },
        { state in
          if let item = state.items.removeValue(forKey: number) { return item }
          try state.outcomes.removeValue(forKey: number)?.get()
          return nil
        })
      guard let item else { return }
      try take(item)
    }
  }

  private static func work(
    on state: Monitor<State>, _ count: Int, window: Int, _ job: (Int, Delivery) throws -> Void
  ) {
    while true {
      let number: Int? = state.update(
        when: { $0.isCancelled || $0.nextJob == count || $0.nextJob < $0.present + window },
        { state in
          guard !state.isCancelled, state.nextJob < count else { return nil }
          defer { state.nextJob += 1 }
          return state.nextJob
        })
      guard let number else { return }
      let outcome = Result {
        try job(number) { item in
          try state.update(when: { $0.isCancelled || $0.items[number] == nil }) { state in
            if state.isCancelled { throw Cancellation() }
            state.items[number] = item
          }
        }
      }
      state.update { $0.outcomes[number] = outcome }
    }
  }
}
