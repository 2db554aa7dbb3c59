import Testing
import Wire

@testable import Client

@Suite struct FacetTextTests {
  private let facet = FacetReply(
    query: "veto", interpreted: "veto", level: "statement", generation: "g", field: "speaker",
    rows: [
      FacetRowMessage(
        value: "United Kingdom of Great Britain and Northern Ireland", id: "GBR", hits: 104,
        modes: FacetModesMessage(speech: 90, turn: 14, reported: 0)),
      FacetRowMessage(
        value: nil, id: nil, hits: 3, modes: FacetModesMessage(speech: 0, turn: 0, reported: 3)),
    ], rowCount: 2, total: 107)

  @Test func width62() {
    #expect(
      TextLayout(width: 62, hasColors: false).text(of: facet) == """
        hits  speech  turn  reported  speaker
         104      90    14         0  United Kingdom of Great Britain
                                      and Northern Ireland
           3       0     0         3  (no named speaker)

        """)
  }

  @Test func narrow() {
    #expect(
      TextLayout(width: 30, hasColors: false).text(of: facet) == """
        hits  speaker
         104  United Kingdom of Great
              Britain and Northern
              Ireland
           3  (no named speaker)

        """)
  }

  /// What a daemon sends is not ours: some rows may have modes and others none.
  @Test func showsDashesWhereARowHasNoModes() {
    var facet = self.facet
    facet.rows[1].modes = nil
    #expect(
      TextLayout(width: 100, hasColors: false).text(of: facet) == """
        hits  speech  turn  reported  speaker
         104      90    14         0  United Kingdom of Great Britain and Northern Ireland
           3       –     –         –  (no named speaker)

        """)
  }
}
