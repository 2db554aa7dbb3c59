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
    #expect(own([5..<8], of: text) == ["(So did she.)"])
    #expect(own([5..<8, 8..<10], of: text) == ["(So did she.) – And they?"])
    #expect(own([0..<2, 5..<8], of: text) == ["He said:", "(So did she.)"])
    #expect(own([0..<1, 1..<2, 9..<10], of: text) == ["He said:", "they?"])
    #expect(own([0..<10], of: text) == nil)
    #expect(own([0..<4, 4..<10], of: text) == nil)
  }

  /// Spaces stand before marks, too.
  @Test func marksBehindSpaces() {
    let text = "« Oui » ? La France : « Voulons-nous la paix ? » Non . . . by 5 %."
    #expect(own([0..<1], of: text) == ["« Oui » ?"])
    #expect(own([1..<3], of: text) == ["La France :"])
    #expect(own([3..<7], of: text) == ["« Voulons-nous la paix ? »"])
    #expect(own([7..<8], of: text) == ["Non . . ."])
    #expect(own([8..<10], of: text) == ["by 5 %."])
    #expect(own([1..<2], of: "\"A\" \"b\" 'c'") == ["\"b\""])
    #expect(own([0..<1], of: "„Ja“ – „Nein“") == ["„Ja“"])
    #expect(own([0..<1], of: "one - two - ") == ["one"])
  }

  /// Marks between two words with no space are the first one's.
  @Test func noWordOfOthers() {
    #expect(own([1..<2], of: "one/two—three") == ["two—"])
    #expect(own([0..<1, 2..<3], of: "one two three") == ["one", "three"])
    #expect(own([1..<2], of: "L’Égypte dit") == ["Égypte"])
  }

  /// As a damaged file may have it.
  @Test func whatIsNoUTF8() {
    var ranges = StatementRanges()
    let marks = [UInt8](repeating: 0xFF, count: 8) + [0x20, 0x28, 0xE2]
    let text = Array("one".utf8) + marks + Array("two".utf8) + [0xF0]
    for position in 0..<2 as Range<UInt32> {
      let found = ranges.ranges(of: [position..<position + 1], in: text)
      #expect(found?.allSatisfy { $0.upperBound <= text.count } == true)
    }
    #expect(ranges.ranges(of: [0..<1], in: text)?.first?.lowerBound == 0)
    #expect(ranges.ranges(of: [1..<2], in: text)?.first?.upperBound == text.count)
  }

  /// What a file says of other texts is passed over.
  @Test func positionsBehindTheText() {
    #expect(own([7..<9], of: "one two") == nil)
    #expect(own([1..<9], of: "one two") == ["two"])
    #expect(own([0..<1, 1..<9], of: "one two") == nil)
    #expect(own([0..<1], of: "") == nil)
    #expect(own([], of: "one") == nil)
  }
}
