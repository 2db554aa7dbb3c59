import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import OracleSupport
@testable import Search

/// Windows that several threads answer are those that one does, in the same order.
@Suite(.timeLimit(.minutes(5))) struct SharedWindowsTests {
  private struct Answer: Equatable {
    let base: DocID
    var values: [DocID: Int] = [:]

    init(_ window: Window) {
      base = window.base
      window.forEachMatch { values[$0] = $1 }
    }
  }

  /// Finds every unit of a window, once it is let.
  private final class EveryUnit: Clause {
    let expectedCount = 0
    private let begin: (DocID) throws(SearchError) -> Void

    init(_ begin: @escaping (DocID) throws(SearchError) -> Void = { _ in }) {
      self.begin = begin
    }

    func accumulate(into window: inout Window) throws(SearchError) {
      try begin(window.base)
      window.add(unitsIn: Int(window.base)..<Int(window.end))
    }
  }

  private static func failure(_ reason: String) -> SearchError {
    .segment(.tooLarge(path: "", reason: reason))
  }

  @Test(arguments: 0..<16)
  func manyThreadsAnswerAsOneDoes(seed: UInt64) throws {
    let corpus = SampleCorpus(seed: seed)
    let snapshot = try Oracle(corpus).snapshot
    for number in 0..<12 {
      let question = Question(number: number, about: corpus, seed: seed)
      guard let query = try question.parser.parse(question.text).query else { continue }
      let space = UnitSpace(question.level)
      let plan = try QueryPlan(
        query, over: snapshot.segments, in: space, statistics: snapshot.statistics, measure: .score,
        question.options, groups: snapshot.groups)
      for segment in snapshot.segments.indices {
        let windows = SegmentWindows(
          of: space.unitCount(in: snapshot.segments[segment].reader), unitsOfEach: 3, before: nil
        ) { () throws(SearchError) in try plan.clause(forSegment: segment) }
        var window = windows.window
        func answers(_ numbers: Range<Int>, _ clause: any Clause) throws -> [Answer] {
          try numbers.map {
            try windows.fill(&window, $0, with: clause)
            return Answer(window)
          }
        }
        let expected = try answers(0..<windows.count, windows.clause())
        // This thread has answered the first.
        let first = min(windows.count, number % 3)
        let clause = try windows.clause()
        _ = try answers(0..<first, clause)
        var shared: [Answer] = []
        try SharedWindows(windows, from: first, on: Processors(count: 4)).forEach(with: clause) {
          shared.append(Answer($0))
        }
        #expect(shared == Array(expected[first...]), "\(question)")
      }
    }
  }

  @Test func anotherThreadAnswersWhileThisOneIsKept() throws {
    let helped = Monitor(0)
    let windows = SegmentWindows(of: 100, unitsOfEach: 1, before: nil) {
      EveryUnit { _ in helped.update { $0 += 1 } }
    }
    var isKept = true
    let kept = EveryUnit { _ in
      if isKept { helped.update(when: { $0 > 10 }, { _ in }) }
      isKept = false
    }
    var bases: [DocID] = []
    try SharedWindows(windows, from: 0, on: Processors(count: 2)).forEach(with: kept) {
      bases.append($0.base)
    }
    #expect(bases == Array(0..<100))
    #expect(helped.update { $0 } > 10)
  }

  @Test func whoTakesThemMayStop() throws {
    let processors = Processors(count: 4)
    let atWork = Monitor(0)
    let windows = SegmentWindows(of: 1_000, unitsOfEach: 1, before: nil) {
      EveryUnit { _ in
        atWork.update { $0 += 1 }
        atWork.update { $0 -= 1 }
      }
    }
    var bases: [DocID] = []
    #expect(throws: Self.failure("the second")) {
      try SharedWindows(windows, from: 0, on: processors).forEach(with: EveryUnit()) {
        window throws(SearchError) in
        bases.append(window.base)
        if bases.count == 2 { throw SharedWindowsTests.failure("the second") }
      }
    }
    #expect(bases == [0, 1])
    // All others have ended.
    #expect(atWork.update { $0 } == 0)
    #expect(processors.takeSpare(atMost: 10) == 4)
  }

  @Test func theFirstWindowThatFailsIsTheError() throws {
    let clause = { @Sendable in
      EveryUnit { base throws(SearchError) in
        if base >= 50 { throw SharedWindowsTests.failure("\(base)") }
      }
    }
    let windows = SegmentWindows(of: 100, unitsOfEach: 1, before: nil, clause)
    var bases: [DocID] = []
    #expect(throws: Self.failure("50")) {
      try SharedWindows(windows, from: 0, on: Processors(count: 3)).forEach(with: clause()) {
        bases.append($0.base)
      }
    }
    #expect(bases == Array(0..<50))
  }

  @Test func aDeadlineEndsWhatIsHandedOn() throws {
    let deadline = ContinuousClock.now + .milliseconds(50)
    let windows = SegmentWindows(of: 100, unitsOfEach: 1, before: deadline) { EveryUnit() }
    var count = 0
    #expect(throws: SearchError.deadlineExceeded) {
      try SharedWindows(windows, from: 0, on: Processors(count: 3)).forEach(with: EveryUnit()) { _ in
        count += 1
        while ContinuousClock.now < deadline {}
      }
    }
    #expect(count <= 1)
  }

  @Test func segmentsFollowEachOther() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    for document in 0..<3 {
      let turns = (0..<1_200).map { turn in
        let words = (0..<turn % 4).map { ["veto", "peace", "council"][($0 + turn) % 3] }
        return "Mr. Araud (France): We say \(words.joined(separator: " ")) \(turn % 7)."
      }
      try corpus.write(turns.joined(separator: "\n\n"), to: "\(document).txt")
    }
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: 1).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    #expect(snapshot.segments.count > 1)
    let query = try #require(try QueryParser().parse("(veto NEAR/3 peace) OR council").query)
    func answers(patience: Duration?, _ processors: Processors) throws -> [Int: [Answer]] {
      var options = SearchOptions()
      options.patience = patience
      let plan = try QueryPlan(
        query, over: snapshot.segments, in: .statements, statistics: snapshot.statistics, measure: .score,
        options, groups: snapshot.groups)
      var answers: [Int: [Answer]] = [:]
      var last = 0
      try plan.forEachWindow(on: processors) { segment, window in
        #expect(segment >= last)
        last = segment
        answers[segment, default: []].append(Answer(window))
      }
      return answers
    }
    let processors = Processors(count: 4)
    let alone = try answers(patience: nil, processors)
    #expect(alone.values.contains { $0.contains { !$0.values.isEmpty } })
    #expect(try answers(patience: .zero, processors) == alone)
    #expect(processors.takeSpare(atMost: 10) == 4)
  }

  @Test func whoeverAsksHasAProcessor() {
    let processors = Processors(count: 3)
    processors.take()
    #expect(processors.takeSpare(atMost: 5) == 2)
    #expect(!processors.giveBackIfWanted())
    // Another asks: one of the two helpers leaves.
    processors.take()
    #expect(processors.takeSpare(atMost: 5) == 0)
    #expect(processors.giveBackIfWanted())
    #expect(!processors.giveBackIfWanted())
    processors.giveBack()
    #expect(processors.takeSpare(atMost: 5) == 1)
  }
}
