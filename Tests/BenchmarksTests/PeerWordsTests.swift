import Testing

@testable import Benchmarks

struct PeerWordsTests {
  /// What Python's `" ".join(re.findall(r"[^\W_]+", text.lower()))` gives.
  @Test(arguments: [
    ("The U.N.'s 1,000 vetoes", "the u n s 1 000 vetoes"), ("snake_case-word", "snake case word"),
    ("Côte d’Ivoire", "côte d ivoire"), ("m² and ½", "m² and ½"), ("e\u{301}lite", "e lite"),
    ("ÉTAT İ", "état i"),
    ("日本 — نعم", "日本 نعم"), ("…", ""), (String(repeating: "a", count: 51) + " b", "b"),
    (String(repeating: "é", count: 50), String(repeating: "é", count: 50)),
  ])
  func wordsAreThoseOfThePeers(text: String, expected: String) {
    #expect(String(decoding: PeerWords.joined(text.utf8), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("Veto power", "Veto power!"), ("«état»", "état!"), ("12 states", "12 states!"), ("___", nil),
  ])
  func aSentenceIsMadeOfThem(text: String, sentence: String?) {
    #expect(PeerCorpus.sentence(text.utf8).map { String(decoding: $0, as: UTF8.self) } == sentence)
  }
}
