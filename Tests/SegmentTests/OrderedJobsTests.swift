import Testing

@testable import Segment

struct OrderedJobsTests {
  private struct Failure: Error, Equatable { var job: Int }

  /// Jobs take their time, the first ones most; each makes as many items as its number says, modulo four.
  private static func make(_ job: Int, _ deliver: ([Int]) throws -> Void) throws {
    var sum = 0
    for step in 0..<(100 - job % 100) * 1_000 { sum &+= step }
    for item in 0..<job % 4 { try deliver([job, item, sum]) }
  }

  @Test(arguments: [1, 2, 3, 8])
  func itemsComeInOrder(threadCount: Int) throws {
    var taken: [[Int]] = []
    try OrderedJobs<[Int]>.run(count: 200, threadCount: threadCount, path: "", job: Self.make) { job, item in
      #expect(item[0] == job)
      taken.append(Array(item[0..<2]))
    }
    #expect(taken == (0..<200).flatMap { job in (0..<job % 4).map { [job, $0] } })
  }

  @Test(arguments: [1, 2, 8])
  func theFirstJobThatFailsIsTheError(threadCount: Int) {
    var taken: [Int] = []
    #expect(throws: Failure(job: 13)) {
      try OrderedJobs<[Int]>.run(count: 200, threadCount: threadCount, path: "") { job, deliver in
        try Self.make(job, deliver)
        if job > 12 { throw Failure(job: job) }
      } take: { job, _ in
        taken.append(job)
      }
    }
    // What it made before it failed is taken too.
    #expect(taken == (0..<14).flatMap { job in (0..<job % 4).map { _ in job } })
  }

  /// Jobs that wait with their items, or for their turn, end.
  @Test(arguments: [1, 2, 8])
  func whoTakesMayStop(threadCount: Int) {
    #expect(throws: Failure(job: 7)) {
      try OrderedJobs<[Int]>.run(count: 200, threadCount: threadCount, path: "", job: Self.make) { job, _ in
        if job == 7 { throw Failure(job: job) }
      }
    }
  }

  @Test func withoutJobsThereIsNothing() throws {
    try OrderedJobs<[Int]>.run(count: 0, threadCount: 2, path: "", job: Self.make) { _, _ in
      Issue.record("an item came")
    }
  }
}
