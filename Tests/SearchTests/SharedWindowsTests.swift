import Postings
import Query
import TestSupport
import Testing

@testable import OracleSupport
@testable import Search

/// Windows that several threads answer are those that one does, in the same order.
struct SharedWindowsTests {
  private struct Answer: Equatable {
    let base: DocID
    var values: [DocID: Int] = [:]

    init(_ window: Window) {
      base = window.base
      window.forEachMatch { values[$0] = $1 }
    }
  }

  @Test(arguments: 0..<16)
  func manyThreadsAnswerAsOneDoes(seed: UInt64) throws {
    let corpus = SampleCorpus(seed: seed)
    let snapshot = try Oracle(corpus).snapshot
    for number in 0..<12 {
      let question = Question(number: number, about: corpus, seed: seed)
      guard let query = try question.parser.parse(question.text).query else { continue }
      let plan = try QueryPlan(
        query, over: snapshot.segments, in: UnitSpace(question.level), statistics: snapshot.statistics,
        measure: .score, question.options, groups: snapshot.groups)
      for segment in snapshot.segments.indices {
        let windows = SegmentWindows(of: plan, in: segment, unitsOfEach: 3)
        let alone = try windows.clause()
        let expected = try (0..<windows.count).map { Answer(try windows.answered($0, with: alone)) }
        // This thread has answered the first.
        let first = min(windows.count, number % 3)
        let clause = try windows.clause()
        for number in 0..<first { _ = try windows.answered(number, with: clause) }
        var answers: [Answer] = []
        try SharedWindows(windows, from: first).forEach(with: clause, helperCount: 3) {
          answers.append(Answer($0))
        }
        #expect(answers == Array(expected[first...]), "\(question)")
      }
    }
  }

  @Test func whoTakesThemMayStop() throws {
    let windows = try SegmentWindows(of: plan(), in: 0, unitsOfEach: 1)
    var taken = 0
    #expect(throws: SearchError.self) {
      try SharedWindows(windows, from: 0).forEach(with: windows.clause(), helperCount: 3) {
        window throws(SearchError) in
        #expect(window.base == DocID(taken))
        taken += 1
        if taken == 2 { throw .deadlineExceeded }
      }
    }
    #expect(taken == 2)
  }

  @Test func aDeadlineEndsAllThreads() throws {
    let windows = try SegmentWindows(of: plan(before: .now), in: 0, unitsOfEach: 1)
    #expect(throws: SearchError.self) {
      try SharedWindows(windows, from: 0).forEach(with: windows.clause(), helperCount: 3) { _ in
        Issue.record("a window was answered after its time")
      }
    }
  }

  /// All units of a sample of several.
  private func plan(before deadline: ContinuousClock.Instant? = nil) throws -> QueryPlan {
    let snapshot = try Oracle(SampleCorpus(seed: 1)).snapshot
    let options = {
      var options = SearchOptions()
      options.deadline = deadline
      return options
    }()
    let plan = QueryPlan(.everyUnit, over: snapshot.segments, in: .paragraphs, options)
    try #require(plan.space.unitCount(in: plan.segments[0].reader) > 3)
    return plan
  }

  @Test func whatIsTakenIsNotThereUntilItIsGivenBack() {
    let processors = SpareProcessors(count: 3)
    #expect(processors.take(atMost: 2) == 2)
    #expect(processors.take(atMost: 2) == 1)
    #expect(processors.take(atMost: 2) == 0)
    processors.giveBack(2)
    #expect(processors.take(atMost: 5) == 2)
  }
}
