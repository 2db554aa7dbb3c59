internal import Segment

/// The processors that threads with long work share: who asks takes one, whether there is one or not, and those that are left help.
final class Processors: Sendable {
  /// More would help one query little, and each takes as much memory as the query itself.
  private static let most = 8
  static let ofProcess = Processors(count: min(most, WorkerThread.processorCount))

  /// Those that nobody has; fewer than none where more ask than there are.
  private let left: Monitor<Int>

  init(count: Int) {
    left = Monitor(count)
  }

  func take() { left.update { $0 -= 1 } }

  /// Takes as many as are left, but at most `count`, and returns how many.
  func takeSpare(atMost count: Int) -> Int {
    left.update { left in
      let taken = max(0, min(count, left))
      left -= taken
      return taken
    }
  }

  func giveBack() { left.update { $0 += 1 } }

  /// Gives one back if somebody asks who got none.
  func giveBackIfWanted() -> Bool {
    left.update { left in
      guard left < 0 else { return false }
      left += 1
      return true
    }
  }
}
