/// A word of up to 16 ASCII letters and full stops, in lower case, as one integer: the key of the word lists.
struct ShortWord: Hashable {
  static let mostBytes = 16

  /// The bytes, the last in the lowest bits.
  private var bytes: UInt128 = 0

  init(_ range: Range<Int>, in text: Span<UInt8>) {
    precondition(range.count <= Self.mostBytes, "longer words have no key")
    // Bit 0x20 makes a letter small, and a full stop has it.
    for offset in range { bytes = bytes << 8 | UInt128(text[offset] | 0x20) }
  }

  private init(_ word: Substring) {
    precondition(word.utf8.count <= Self.mostBytes, "longer words have no key")
    for byte in word.utf8 { bytes = bytes << 8 | UInt128(byte) }
  }

  /// The words of `list`, which are in lower case with one space between them.
  static func words(_ list: String) -> Set<ShortWord> {
    Set(list.split(separator: " ").map(ShortWord.init))
  }
}
