import OracleSupport
import Testing

/// The engine's answers equal those of a scan of the text, at every level: ids, order, scores bit for bit, totals, highlights, speakers,
/// trends and facets. The statements in the index are those of which the samples were made.
///
/// `swift run -c release oracle` asks the same of as many pairs as one likes.
struct OracleTests {
  @Test(arguments: 0..<80)
  func answersEqualAScan(seed: UInt64) {
    let failure = Oracle.check(seed: seed, questionCount: SampleCorpus.Size(seed: seed).questionCount)
    if let failure { Issue.record("sample \(seed)\n\(Shrinking.smallest(failure))") }
  }

  /// More units than two windows hold: too long for more than one sample where nothing is optimized.
  @Test func answersOverManyWindowsEqualAScan() throws {
    let seed = try #require((80..<10_000).first { SampleCorpus.Size(seed: $0) == .windows })
    let failure = Oracle.check(seed: seed, questionCount: 10)
    if let failure { Issue.record("sample \(seed)\n\(Shrinking.smallest(failure))") }
  }
}
