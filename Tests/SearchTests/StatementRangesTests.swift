import TestSupport
import Testing

@testable import Search

struct StatementRangesTests {
  private func own(_ spans: [Range<UInt32>], of text: String) -> [String]? {
    var ranges = StatementRanges()
    let bytes = Array(text.utf8)
    return ranges.ranges(of: spans, in: bytes)?.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func marksStandWithTheirWords() {
    let text = "He said: “We, ‘too’, agree.” (So did she.) – And they?"
    #expect(own([0..<2], of: text) == ["He said:"])
    #expect(own([2..<5], of: text) == ["“We, ‘too’, agree.”"])
    #expect(own([5..<8, 8..<10], of: text) == ["(So did she.) – And they?"])
    #expect(own([0..<2, 5..<8], of: text) == ["He said:", "(So did she.)"])
    #expect(own([0..<1, 1..<2, 9..<10], of: text) == ["He said:", "they?"])
    #expect(own([0..<10], of: text) == nil)
    #expect(own([0..<4, 4..<10], of: text) == nil)
  }

  /// Marks between two words with no space belong to both, words never.
  @Test func noWordOfOthers() {
    #expect(own([1..<2], of: "one/two—three") == ["/two—"])
    #expect(own([0..<1, 2..<3], of: "one two three") == ["one", "three"])
    #expect(own([1..<2], of: "L’Égypte dit") == ["’Égypte"])
  }

  /// What a file says of other texts is passed over.
  @Test func positionsBehindTheText() {
    #expect(own([7..<9], of: "one two") == nil)
    #expect(own([0..<1, 1..<9], of: "one two") == ["one"])
    #expect(own([0..<1], of: "") == nil)
    #expect(own([], of: "one") == nil)
  }
}
