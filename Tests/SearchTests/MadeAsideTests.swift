import Segment
import Testing

@testable import Search

struct MadeAsideTests {
  private struct State {
    var isOpen = false
    var askedCount = 0
    var madeCount = 0
  }

  /// What a test's threads wait for, and how often a value was asked for and made.
  private let gate = Monitor(State())

  @Sendable private func make(_ interest: Interest) -> Int {
    gate.update(when: \.isOpen) {
      $0.madeCount += 1
      return $0.madeCount
    }
  }

  @Sendable private func fail(_ interest: Interest) throws(SearchError) -> Int {
    _ = make(interest)
    throw .segment(.locked(path: "a"))
  }

  /// Opens the gate once so many have asked, and looks at what so many were told.
  private func check(
    _ count: Int, _ results: Monitor<[Result<Int, SearchError>]>, _ expected: Result<Int, SearchError>
  ) {
    let haveAsked = { (state: State) in state.askedCount == count }
    gate.update(when: haveAsked) { $0.isOpen = true }
    let areTold = { (results: [Result<Int, SearchError>]) in results.count == count }
    let told = results.update(when: areTold) { $0 }
    #expect(told.allSatisfy { $0 == expected }, "\(told)")
  }

  private func open() { gate.update { $0.isOpen = true } }

  @Test func workGoesOnBehindADeadline() throws {
    let value = MadeAside<Int>()
    for _ in 0..<3 {
      #expect(throws: SearchError.deadlineExceeded) {
        try value.value(by: .now + .milliseconds(1), make)
      }
    }
    open()
    #expect(try value.value(by: nil, make) == 1)
    #expect(try value.value(by: .now, make) == 1)
    #expect(gate.update { $0.madeCount } == 1)
  }

  /// Threads of their own, for who waits keeps one.
  private func ask(
    _ value: MadeAside<Int>, _ count: Int, _ make: @escaping MadeAside<Int>.Making
  ) throws -> Monitor<[Result<Int, SearchError>]> {
    let results = Monitor<[Result<Int, SearchError>]>([])
    for asker in 0..<count {
      try WorkerThread(for: "a test") {
        gate.update { $0.askedCount += 1 }
        let result = Result { () throws(SearchError) in
          try value.value(by: asker.isMultiple(of: 2) ? nil : .now + .seconds(600), make)
        }
        results.update { $0.append(result) }
      }.detach()
    }
    return results
  }

  @Test func itIsMadeOnceForAllWhoAsk() throws {
    let results = try ask(MadeAside<Int>(), 8, make)
    check(8, results, .success(1))
    #expect(gate.update { $0.madeCount } == 1)
  }

  @Test func whatFailsIsToldAndTriedAgain() throws {
    let value = MadeAside<Int>()
    let results = try ask(value, 4, fail)
    check(4, results, .failure(.segment(.locked(path: "a"))))
    #expect(try value.value(by: nil) { _ in 7 } == 7)
    #expect(try value.value(by: nil, fail) == 7)
  }

  @Test func workEndsWhenNobodyCanAsk() throws {
    let heard = Monitor<SearchError?>(nil)
    do {
      let value = MadeAside<Int>()
      #expect(throws: SearchError.deadlineExceeded) {
        try value.value(by: .now) { interest throws(SearchError) in
          while true {
            do throws(SearchError) {
              try interest.check()
            } catch {
              heard.update { $0 = error }
              throw error
            }
          }
        }
      }
    }
    let isHeard = { (error: SearchError?) in error != nil }
    #expect(heard.update(when: isHeard) { $0 } == .deadlineExceeded)
  }
}
