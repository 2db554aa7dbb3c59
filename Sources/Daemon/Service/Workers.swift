import NIOPosix
import Synchronization

/// The threads that answer queries, shared fairly among the connections.
///
/// Whoever has had least of their time goes first, so that a connection that asks now and then is answered soon however much
/// others have asked. Nobody saves up time while asking nothing: start-time fair queuing (Goyal, Vin and Cheng, SIGCOMM 1996), with the
/// time that work took, known once it is done, for its length. Other processors may help with a long query while no other such query asks for
/// them (``Search``); their time is nobody's.
final class Workers: Sendable {
  typealias Work = @Sendable () -> Void

  /// One connection's part.
  struct ShareID: Hashable, Sendable {
    fileprivate let number: Int
  }

  fileprivate struct Share {
    var waiting: [Work] = []
    var runningCount = 0
    /// Time of the workers, on the clock of ``State/now``.
    var time = Duration.zero
    /// When it came to have work that waits; who waits longer goes first among equals.
    var turn = 0
  }

  fileprivate struct State {
    var shares: [ShareID: Share] = [:]
    /// The shares with work that waits.
    var ready: Set<ShareID> = []
    /// The time of the share whose work was started last.
    var now = Duration.zero
    var lastNumber = 0
  }

  private let threads: NIOThreadPool
  private let state = Mutex(State())

  init(threadCount: Int) {
    threads = NIOThreadPool(numberOfThreads: threadCount)
    threads.start()
  }

  /// Takes no more work, and ends once what runs is done; nobody waits for that.
  func shutDownLater() { threads.shutDownLater() }

  func openShare() -> ShareID {
    state.withLock { state in
      state.lastNumber += 1
      let id = ShareID(number: state.lastNumber)
      state.shares[id] = Share()
      return id
    }
  }

  /// Drops the share, and its work that has not begun.
  func closeShare(_ id: ShareID) {
    state.withLock { state in
      state.shares[id] = nil
      state.ready.remove(id)
    }
  }

  /// Has `work` done after what waits in its share.
  func submit(_ work: @escaping Work, in id: ShareID) {
    state.withLock { state in
      guard var share = state.shares[id] else { return }
      if share.waiting.isEmpty {
        if share.runningCount == 0 { share.time = max(share.time, state.now) }
        state.lastNumber += 1
        share.turn = state.lastNumber
        state.ready.insert(id)
      }
      share.waiting.append(work)
      state.shares[id] = share
    }
    threads.submit { threadState in
      if case .active = threadState { self.workOnce() }
    }
  }

  // MARK: On the threads

  private func workOnce() {
    guard let (id, work) = state.withLock({ $0.takeNext() }) else { return }
    let start = ContinuousClock.now
    work()
    let time = start.duration(to: .now)
    state.withLock { state in
      state.shares[id]?.time += time
      state.shares[id]?.runningCount -= 1
    }
  }
}

extension Workers.State {
  /// Takes out the work that goes first; nil if its connection has gone.
  /// - Complexity: O(*n*) for *n* connections with work that waits.
  fileprivate mutating func takeNext() -> (Workers.ShareID, Workers.Work)? {
    let first = ready.min { left, right in
      guard let left = shares[left], let right = shares[right] else { return false }
      return (left.time, left.turn) < (right.time, right.turn)
    }
    guard let first, var share = shares[first] else { return nil }
    now = share.time
    let work = share.waiting.removeFirst()
    share.runningCount += 1
    if share.waiting.isEmpty {
      ready.remove(first)
    } else {
      lastNumber += 1
      share.turn = lastNumber
    }
    shares[first] = share
    return (first, work)
  }
}
