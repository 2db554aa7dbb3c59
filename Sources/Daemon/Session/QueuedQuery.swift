import Synchronization

/// A query that was handed to the workers: begun by one of them, or given up before, but never both.
final class QueuedQuery: Sendable {
  private let isTaken = Atomic<Bool>(false)

  /// Whether the caller, a worker, is to answer it.
  func begin() -> Bool { take() }

  /// Whether the caller is to say that it was not answered.
  func giveUp() -> Bool { take() }

  private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }
}
