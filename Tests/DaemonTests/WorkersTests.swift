import Foundation
import Synchronization
import Testing

@testable import Daemon

@Suite(.timeLimit(.minutes(3))) final class WorkersTests: Sendable {
  private let done = Mutex<[String]>([])

  /// Who has had nothing yet goes before the rest of what another has asked.
  @Test func whoAsksLittleIsAnsweredFirst() {
    let workers = Workers(threadCount: 1)
    defer { workers.shutDownLater() }
    let gate = Gate()
    let (greedy, modest, late) = (workers.openShare(), workers.openShare(), workers.openShare())
    workers.submit({ gate.pass() }, in: greedy)
    waitUntil { gate.arrivals == 1 }
    for number in 1...3 { workers.submit(note("greedy \(number)"), in: greedy) }
    workers.submit(note("modest 1"), in: modest)
    workers.submit(note("late 1"), in: late)
    gate.open()
    waitUntil { done.withLock { $0.count } == 5 }
    // Each in its own order, and the other two before what came earlier from one who has had its turn.
    #expect(done.withLock { $0 } == ["modest 1", "late 1", "greedy 1", "greedy 2", "greedy 3"])
  }

  /// To have asked nothing for long gives no right to more than the others.
  @Test func nobodySavesUpTime() {
    let workers = Workers(threadCount: 1)
    defer { workers.shutDownLater() }
    let (saver, other) = (workers.openShare(), workers.openShare())
    let gates = [Gate(), Gate(), Gate()]
    // The other has its turn, and the next begins: the saver, which comes now, starts from there.
    for gate in gates[..<2] { workers.submit({ gate.pass() }, in: other) }
    waitUntil { gates[0].arrivals == 1 }
    Thread.sleep(forTimeInterval: 0.5)
    let start = ContinuousClock.now
    gates[0].open()
    waitUntil { gates[1].arrivals == 1 }
    workers.submit({ gates[2].pass() }, in: saver)
    workers.submit(note("saver"), in: saver)
    workers.submit(note("other"), in: other)
    gates[1].open()
    waitUntil { gates[2].arrivals == 1 }
    // At least as long as the other's second turn, and far less than its first.
    let secondTurn = start.duration(to: .now)
    Thread.sleep(forTimeInterval: secondTurn / .seconds(1) + 0.01)
    gates[2].open()
    waitUntil { done.withLock { $0.count } == 2 }
    #expect(done.withLock { $0 } == ["other", "saver"])
  }

  @Test func dropsTheWorkOfAConnectionThatHasGone() {
    let workers = Workers(threadCount: 1)
    defer { workers.shutDownLater() }
    let gate = Gate()
    let (gone, present) = (workers.openShare(), workers.openShare())
    workers.submit({ gate.pass() }, in: present)
    waitUntil { gate.arrivals == 1 }
    workers.submit(note("gone"), in: gone)
    workers.submit(note("present"), in: present)
    workers.closeShare(gone)
    workers.submit(note("gone"), in: gone)
    gate.open()
    waitUntil { done.withLock { $0.count } == 1 }
    #expect(done.withLock { $0 } == ["present"])
  }

  private func note(_ name: String) -> Workers.Work {
    { self.done.withLock { $0.append(name) } }
  }
}
