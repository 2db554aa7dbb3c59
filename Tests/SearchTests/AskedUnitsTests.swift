import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import OracleSupport
@testable import Search

/// A clause that is asked for some units of a window finds of these what it finds of them when it is asked for all.
struct AskedUnitsTests {
  /// What a clause finds of a segment, unit by unit.
  private static func values(_ window: Window) -> [DocID: Int] {
    var values: [DocID: Int] = [:]
    window.forEachMatch { unit, value in values[unit] = value }
    return values
  }

  @Test(arguments: 0..<12)
  func askedForSomeIsAskedForAll(seed: UInt64) throws {
    let corpus = SampleCorpus(seed: seed)
    let oracle = try Oracle(corpus)
    var generator = SeededGenerator(seed: seed)
    for number in 0..<16 {
      let question = Question(number: number, about: corpus, seed: seed)
      guard let query = try question.parser.parse(question.text).query else { continue }
      for measure in [Measure.matches, .score, .occurrences] {
        let plan = try QueryPlan(
          query, over: oracle.snapshot.segments, in: UnitSpace(question.level),
          statistics: oracle.snapshot.statistics, measure: measure, question.options,
          groups: oracle.snapshot.groups)
        for segment in oracle.snapshot.segments.indices {
          try Self.check(plan, segment, "\(question)", using: &generator)
        }
      }
    }
  }

  private static func check(
    _ plan: QueryPlan, _ segment: Int, _ question: String, using generator: inout SeededGenerator
  ) throws {
    let (whole, asked) = (try plan.clause(forSegment: segment), try plan.clause(forSegment: segment))
    let unitCount = plan.space.unitCount(in: plan.segments[segment].reader)
    let step = [1, 7, 100, Window.unitCount].randomElement(using: &generator)!
    let share = [1, 3, 20].randomElement(using: &generator)!
    for base in stride(from: 0, to: unitCount, by: step) {
      var window = Window()
      window.reset(base: DocID(base), end: DocID(min(base + step, unitCount)))
      try whole.accumulate(into: &window)
      let expected = values(window)
      let units = (window.base..<window.end).filter { _ in Int.random(in: 0..<share, using: &generator) == 0 }
      if units.isEmpty { continue }
      window.reset(base: window.base, end: window.end)
      for unit in units { window.ask(for: Int(unit)..<Int(unit) + 1) }
      try asked.accumulate(into: &window)
      window.dropUnasked()
      #expect(values(window) == expected.filter { units.contains($0.key) }, "\(question), \(units)")
    }
  }

  @Test func windowsGoThroughRanges() {
    var windows = AskedWindows([3..<5, 5..<5, 4..<9, 20..<21, 9_000..<20_000])
    var window = Window()
    var found: [Range<Int>] = []
    while windows.advance(&window) {
      #expect(Int(window.end - window.base) <= Window.unitCount)
      if window.asksForAll {
        found.append(Int(window.base)..<Int(window.end))
      } else {
        window.forEachAsked { found.append(Int($0)..<Int($0) + 1) }
      }
    }
    #expect(found.flatMap(Array.init) == Array(3..<9) + [20] + Array(9_000..<20_000))
  }

  @Test func whatIsNotAskedForIsForgotten() {
    var window = Window()
    window.reset(base: 100, end: 300)
    window.ask(for: 110..<120)
    window.ask(for: 115..<130)
    #expect(window.askedCount == 20)
    #expect(window.askedRanges == [110..<130])
    for unit in [DocID(105), 112, 200] { window.add(unit, value: 7) }
    window.dropUnasked()
    #expect(Self.values(window) == [112: 7])
    window.reset(base: 100, end: 300)
    #expect(window.askedRanges == [100..<300])
    window.add(105)
    #expect(Self.values(window) == [105: 0])
  }
}
