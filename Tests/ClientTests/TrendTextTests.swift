import Testing
import Wire

@testable import Client

@Suite struct TrendTextTests {
  private let trend = TrendReply(
    query: "veto", interpreted: "veto", generation: "g",
    rows: [
      TrendRowMessage(year: 2009, hits: 1, units: 30, occurrences: 1, tokens: 3000),
      TrendRowMessage(year: 2010, hits: 0, units: 0, occurrences: 0, tokens: 0),
      TrendRowMessage(year: 2013, hits: 2, units: 26, occurrences: 3, tokens: 2313),
      TrendRowMessage(year: nil, hits: 1, units: 3, occurrences: nil, tokens: 200),
    ], total: 4)

  @Test func width80() {
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: trend) == """
           year  hits  units   share  occurrences  per million
           2009     1     30   3.33%            1        333.3  ██▍
           2010     0      0       –            0            –
           2013     2     26   7.69%            3       1297.0  █████▌
        undated     1      3  33.33%            –            –  ████████████████████████

        """)
  }

  @Test func narrow() {
    #expect(
      TextLayout(width: 20, hasColors: false).text(of: trend) == """
           year  hits  units
           2009     1     30
           2010     0      0
           2013     2     26
        undated     1      3

        """)
  }

  /// Ratios come from the daemon, and need not be what its counts give.
  @Test func neverTrapsOnAnyRatio() {
    func row(_ ratio: Double) -> TrendRowMessage {
      var row = TrendRowMessage(year: 2009, hits: 1, units: 30, occurrences: 1, tokens: 3000)
      row.share = ratio
      row.perMillion = ratio
      return row
    }
    let ratios = [
      -0.5012, -0.0, 0, .leastNonzeroMagnitude, 0.5, 1e14, 1e300, .infinity, -1e-9, -1e300, -.infinity,
    ]
    for first in ratios {
      for second in ratios {
        var trend = self.trend
        trend.rows = [row(first), row(second)]
        _ = TextLayout(width: 80, hasColors: false).text(of: trend)
      }
    }
    var trend = self.trend
    trend.rows = [row(-0.5012)]
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: trend) == """
        year  hits  units  share  occurrences  per million
        2009     1     30      –            1            –

        """)
  }
}
