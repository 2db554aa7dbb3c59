import Testing
import Wire

@testable import Client

@Suite struct SuggestionTextTests {
  @Test func aRowEach() {
    let reply = SuggestReply(
      prefix: "the v",
      suggestions: [
        SuggestionMessage(text: "the veto", kind: .phrase, count: 2124),
        SuggestionMessage(text: "the vote", kind: .phrase, count: nil),
        SuggestionMessage(text: "On the veto and on what is said of it", kind: .title, count: 1),
      ], generation: "g")
    #expect(
      TextLayout(width: 40, hasColors: false).text(of: reply) == """
        count  kind    suggestion
         2124  phrase  the veto
            –  phrase  the vote
            1  title   On the veto and on what
                       is said of it

        """)
  }

  @Test func whereItIsVeryNarrowItStandsBelow() {
    let reply = SuggestReply(
      prefix: "b",
      suggestions: [
        SuggestionMessage(text: "United Kingdom", kind: .speaker, count: 7, alias: "britain")
      ], generation: "g")
    #expect(
      TextLayout(width: 20, hasColors: false).text(of: reply) == """
        count kind
          suggestion
        7 speaker
          United Kingdom
          (also: britain)

        """)
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: reply).hasSuffix(
        "    7  speaker  United Kingdom (also: britain)\n"))
  }
}
