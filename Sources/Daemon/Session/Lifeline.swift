import Synchronization

/// Whether a connection is still there, for the workers that answer its requests to look at.
final class Lifeline: Sendable {
  private let isCut = Atomic<Bool>(false)

  var isOpen: Bool { !isCut.load(ordering: .relaxed) }

  func cut() { isCut.store(true, ordering: .relaxed) }
}
