import Testing
import Wire

@Suite struct ProgressTextTests {
  private static let half = ProgressParameters(
    documentsDone: 5_230, documents: 10_952, bytesDone: 95_200_000, bytes: 198_000_000)

  private func line(
    _ progress: ProgressParameters = half, before: Int = 0, _ elapsed: Duration = .seconds(8), width: Int
  ) -> String {
    ProgressText(progress, bytesBefore: before, elapsed: elapsed).line("indexing", width: width)
  }

  @Test(arguments: [
    (200, "indexing [##############----------------] 48 %  5,230 of 10,952 documents  11.9 MB/s  9 s left"),
    (80, "indexing [#######---------] 48 %  5,230 of 10,952 documents  11.9 MB/s  9 s left"),
    (69, "indexing [##---] 48 %  5,230 of 10,952 documents  11.9 MB/s  9 s left"),
    (68, "indexing [#######--------] 48 %  5,230 of 10,952 documents  9 s left"),
    (60, "indexing [###----] 48 %  5,230 of 10,952 documents  9 s left"),
    (40, "indexing [######--------] 48 %  9 s left"), (31, "indexing [##---] 48 %  9 s left"),
    (30, "indexing 48 %  9 s left"), (23, "indexing 48 %  9 s left"), (22, "indexing 48 %"),
    (13, "indexing 48 %"), (12, "48 %"), (3, "48 "), (0, ""), (-5, ""),
  ])
  func fitsTheTerminal(width: Int, expected: String) {
    #expect(line(width: width) == expected)
  }

  @Test func isNeverTooWide() {
    for width in 0...150 {
      for done in [0, 1, 999, 95_200_000, 198_000_000] {
        var progress = Self.half
        progress.bytesDone = done
        for elapsed in [Duration.zero, .milliseconds(999), .seconds(8), .seconds(86_400)] {
          #expect(line(progress, elapsed, width: width).count <= width)
        }
      }
    }
  }

  @Test(arguments: [
    // bytes done, of, seconds, rate, time left
    (500, 1_000, 1, "500 B/s", "1 s left"), (5_000, 10_000, 10, "500 B/s", "10 s left"),
    (1_000_000, 60_000_000, 1, "1.0 MB/s", "59 s left"),
    (1_000_000, 61_000_000, 1, "1.0 MB/s", "1 min left"),
    (1_000_000, 62_000_000, 1, "1.0 MB/s", "2 min left"),
    (1_000_000, 3_541_000_000, 1, "1.0 MB/s", "59 min left"),
    (1_000_000, 3_601_000_000, 1, "1.0 MB/s", "1 h 0 min left"),
    (1_000_000, 3_901_000_000, 1, "1.0 MB/s", "1 h 5 min left"),
    (999_949, 1_999_898, 1, "999.9 kB/s", "1 s left"), (999_950, 1_999_900, 1, "1.0 MB/s", "1 s left"),
    (2_500_000_000, 5_000_000_000, 1, "2.5 GB/s", "1 s left"),
  ])
  func saysRateAndTimeLeft(done: Int, bytes: Int, seconds: Int, rate: String, left: String) {
    let progress = ProgressParameters(documentsDone: 1, documents: 2, bytesDone: done, bytes: bytes)
    #expect(line(progress, .seconds(seconds), width: 200).hasSuffix("1 of 2 documents  \(rate)  \(left)"))
  }

  @Test func saysNoRateBeforeThereIsOne() {
    #expect(line(.milliseconds(999), width: 80).hasSuffix("5,230 of 10,952 documents"))
    #expect(line(before: Self.half.bytesDone, width: 80).hasSuffix("documents"))
    // Who came late measures from then on.
    #expect(line(before: 75_200_000, .seconds(2), width: 80).hasSuffix("10.0 MB/s  11 s left"))
  }

  @Test func endsWithNothingLeft() {
    let done = ProgressParameters(documentsDone: 3, documents: 3, bytesDone: 40, bytes: 40)
    #expect(line(done, width: 50) == "indexing [########] 100 %  3 of 3 documents  5 B/s")
    // More than was listed, and documents without a byte.
    let grown = ProgressParameters(documentsDone: 3, documents: 3, bytesDone: 80, bytes: 40)
    #expect(line(grown, width: 14) == "indexing 100 %")
    let empty = ProgressParameters(documentsDone: 1, documents: 2, bytesDone: 0, bytes: 0)
    #expect(line(empty, width: 13) == "indexing 50 %")
    #expect(line(ProgressParameters(), width: 12) == "indexing 0 %")
  }

  @Test func measuresFromWhatWasHeardFirst() {
    let start = ContinuousClock.now
    var watch = ProgressWatch()
    func line(_ bytesDone: Int, after seconds: Int) -> String {
      let progress = ProgressParameters(documentsDone: 1, documents: 2, bytesDone: bytesDone, bytes: 10_000)
      return watch.text(of: progress, at: start + .seconds(seconds)).line("indexing", width: 70)
    }
    #expect(line(5_000, after: 100).hasSuffix("50 %  1 of 2 documents"))
    #expect(line(6_000, after: 102).hasSuffix("60 %  1 of 2 documents  500 B/s  8 s left"))
    // Another build, or the same from its start.
    #expect(line(1_000, after: 103).hasSuffix("10 %  1 of 2 documents"))
    #expect(line(3_000, after: 104).hasSuffix("30 %  1 of 2 documents  2.0 kB/s  4 s left"))
  }

  private func line(_ elapsed: Duration, width: Int) -> String { line(Self.half, elapsed, width: width) }
}
