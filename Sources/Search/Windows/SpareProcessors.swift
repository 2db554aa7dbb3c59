internal import Segment
internal import Synchronization

/// How many threads may help others.
final class SpareProcessors: Sendable {
  /// Those of the process: all but one, which whoever is helped has itself.
  static let ofProcess = SpareProcessors(count: WorkerThread.processorCount - 1)

  private let left: Mutex<Int>

  init(count: Int) {
    left = Mutex(count)
  }

  /// Takes as many as are left, but at most `count`; to be given back.
  func take(atMost count: Int) -> Int {
    left.withLock { left in
      let taken = min(count, left)
      left -= taken
      return taken
    }
  }

  func giveBack(_ count: Int) { left.withLock { $0 += count } }
}
