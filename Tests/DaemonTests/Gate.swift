import Foundation
import Synchronization

/// Holds threads back until it is opened.
final class Gate: Sendable {
  private let isOpen = Mutex(false)
  private let passes = Atomic<Int>(0)

  /// How many have come to the gate.
  var arrivals: Int { passes.load(ordering: .sequentiallyConsistent) }

  func pass() {
    passes.add(1, ordering: .sequentiallyConsistent)
    while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.001) }
  }

  func open() { isOpen.withLock { $0 = true } }
}
