import Testing

@testable import Corpus

/// What would take Yams years or its stack is refused before it sees a byte.
struct YAMLCheckTests {
  /// Lists of nine aliases of lists of nine aliases, seven deep: five million items, as a key, which is hashed.
  private static let laughs =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("abcdefg", "bcdefgh").map { "\($1): &\($1) [" + String(repeating: "*\($0), ", count: 9) + "x]\n" }
    .joined()
    + "? *h\n: y\n"

  private func refusal(_ yaml: String) -> YAMLCheck.Excess? {
    do throws(YAMLCheck.Excess) {
      try YAMLCheck.check(Array(yaml.utf8), deepest: 64)
      return nil
    } catch {
      return error
    }
  }

  @Test(.timeLimit(.minutes(1))) func `aliases of aliases`() {
    #expect(throws: CorpusError.self) { try document("---\n\(Self.laughs)---\nSaid.", path: "a.md") }
    #expect(throws: CorpusError.self) {
      try CorpusConfiguration(Array(Self.laughs.utf8), path: "corpus.yaml")
    }
    #expect(throws: CorpusError.self) {
      try SpeakersFile.extend(.standard, with: Array(Self.laughs.utf8), path: "speakers.yaml")
    }
  }

  @Test func `depth and escapes`() {
    #expect(refusal(String(repeating: "[", count: 64)) == nil)
    #expect(refusal("\n" + String(repeating: "[", count: 65))?.line == 1)
    #expect(refusal(String(repeating: "[]", count: 1_000)) == nil)
    #expect(refusal(String(repeating: "- ", count: 65))?.line == 0)
    #expect(refusal(String(repeating: "- \n", count: 1_000)) == nil)
    #expect(refusal(String(repeating: "\\u00e9", count: 4_096)) == nil)
    #expect(refusal(String(repeating: "\\u00e9", count: 4_097)) != nil)
  }
}
