import Segment
import Testing

@testable import Search

struct MadeAsideTests {
  /// What a test's thread waits for, and how often it was asked to make a value.
  private let gate = Monitor((isOpen: false, madeCount: 0))

  private func make() -> Int {
    gate.update(when: \.isOpen) {
      $0.madeCount += 1
      return $0.madeCount
    }
  }

  @Test func workGoesOnBehindADeadline() throws {
    let value = MadeAside<Int>()
    for _ in 0..<3 {
      #expect(throws: SearchError.deadlineExceeded) {
        try value.value(by: .now + .milliseconds(1)) { make() }
      }
    }
    gate.update { $0.isOpen = true }
    #expect(try value.value(by: nil) { make() } == 1)
    #expect(try value.value(by: .now) { make() } == 1)
    #expect(gate.update { $0.madeCount } == 1)
  }

  @Test func itIsMadeOnceForAllWhoAsk() async throws {
    let value = MadeAside<Int>()
    gate.update { $0.isOpen = true }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for asker in 0..<8 {
        group.addTask {
          try value.value(by: asker.isMultiple(of: 2) ? nil : .now + .seconds(600)) { make() }
        }
      }
      for try await one in group { #expect(one == 1) }
    }
  }

  @Test func whatFailsIsTriedAgain() throws {
    let value = MadeAside<Int>()
    #expect(throws: SearchError.segment(.locked(path: "a"))) {
      try value.value(by: nil) { () throws(SearchError) in throw .segment(.locked(path: "a")) }
    }
    #expect(try value.value(by: nil) { 7 } == 7)
  }
}
