import TestSupport
import Testing

@testable import Search

struct ScalarOffsetsTests {
  @Test(arguments: 0..<8)
  func everyOffsetIsThatOfTheStandardLibrary(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Scalars of one byte to four; lengths on both sides of a block's.
    let letters: [Character] = ["a", "é", "’", "𐐨"]
    for length in [0, 1, 15, 16, 17, 63, 64, 65, 200] {
      let text = String((0..<length).map { _ in letters.randomElement(using: &random)! })
      let offsets = ScalarOffsets(Array(text.utf8))
      for (number, index) in text.unicodeScalars.indices.enumerated() {
        #expect(offsets[index.byteOffset(in: text)] == number)
      }
      #expect(offsets[0..<text.utf8.count] == 0..<length)
    }
  }

  /// Texts as long as one block or two, or a scalar shorter or longer.
  @Test(arguments: ["a", "é", "’", "𐐨"]) func endsOfBlocks(letter: Character) {
    for length in [15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129] {
      let text = String(repeating: letter, count: length)
      #expect(ScalarOffsets(Array(text.utf8))[text.utf8.count] == length)
    }
  }
}

extension String.Index {
  /// How many bytes of UTF-8 stand before it.
  fileprivate func byteOffset(in text: String) -> Int { text.utf8.distance(from: text.startIndex, to: self) }
}
