import TestSupport

/// Random texts in which what the sentence rules care about meets often.
enum SentencePieces {
  static let pieces: [[UInt8]] = {
    let texts = [
      "a", "the", "The", "A", "J", "US", "1", "12", "1973", ".", ".", ".", ". ", ". ", ". ", "?", "!", "? ",
      "…",
      "...", " ", " ", "  ", "\t", "\u{A0}", "\n", "\r\n", "\r", "\u{85}", "\u{2029}", "\"", "“", "”", "’",
      "'",
      "(", ")", "[", "]", "»", ",", ";", ":", "-", "–", "/", "Mr", "H.E", "No", "para", "U.N", "e.g", "Jan",
      "p.m",
      "\u{301}", "\u{AD}", "\u{200D}", "\u{2060}", "é", "É", "漢", "。", "٣", "½", "²", "¹", "Ⅳ", "ⅳ", "א", "।",
      "\u{2024}", "．", "🛑", "\u{FFFD}", "\u{10FFFF}",
    ]
    let illFormed: [[UInt8]] = [
      [0x80], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xC0, 0xAF],
      [0xE2, 0x80, 0x2E],
    ]
    return texts.map { Array($0.utf8) } + illFormed
  }()

  /// Up to 40 pieces, or as many bytes; now and then only of a few kinds, so that long runs come up.
  static func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...40, using: &generator)
    if Int.random(in: 0..<10, using: &generator) == 0 {
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    let choice =
      Bool.random(using: &generator)
      ? pieces
      : (0..<Int.random(in: 2...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
    return (0..<count).flatMap { _ in choice.randomElement(using: &generator)! }
  }

  /// The scalars of `text` with their places, by the standard library; ill-formed bytes one at a time as U+FFFD.
  static func decoded(_ text: [UInt8]) -> [(value: UInt32, offset: Int, end: Int)] {
    var scalars: [(value: UInt32, offset: Int, end: Int)] = []
    var offset = 0
    while offset < text.count {
      var scalar: (value: UInt32, offset: Int, end: Int) = (0xFFFD, offset, offset + 1)
      for end in offset + 1..<min(offset + 5, text.count + 1) {
        if let one = String(validating: text[offset..<end], as: UTF8.self)?.unicodeScalars, one.count == 1 {
          scalar = (one.first!.value, offset, end)
          break
        }
      }
      scalars.append(scalar)
      offset = scalar.end
    }
    return scalars
  }
}
