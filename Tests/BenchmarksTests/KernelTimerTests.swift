import Testing

@testable import Benchmarks

struct KernelTimerTests {
  /// The work is repeated, since once is too short for the clock, and each thing costs a share of what all do.
  @Test func shortWorkIsRepeated() {
    var calls = 0
    let timer = KernelTimer(runCount: 3)
    let nanoseconds = timer.nanoseconds(for: 1_000) {
      calls += 1
      return (0..<1_000).reduce(calls) { $0 ^ $1 }
    }
    #expect(nanoseconds > 0 && nanoseconds.isFinite)
    #expect(calls > 1 + 3)
  }
}
