/// How a word is written.
struct WordShape: OptionSet, Sendable {
  let rawValue: UInt8
  /// The first letter is a capital.
  static let capital = WordShape(rawValue: 1)
  /// Two signs or more, capitals and digits only, a capital among them: `UK`, `R2P`.
  static let capitals = WordShape(rawValue: 2)
  static let digit = WordShape(rawValue: 4)
  /// An apostrophe-s, or a plural's apostrophe, has been taken off.
  static let possessive = WordShape(rawValue: 8)
}

/// The signs between a word and the one before it.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt16
  static let space = Gap(rawValue: 1)
  static let comma = Gap(rawValue: 2)
  static let semicolon = Gap(rawValue: 4)
  static let colon = Gap(rawValue: 8)
  /// A full stop, an exclamation or question mark, an ellipsis.
  static let stop = Gap(rawValue: 16)
  static let openParenthesis = Gap(rawValue: 32)
  static let closeParenthesis = Gap(rawValue: 64)
  static let openQuote = Gap(rawValue: 128)
  static let closeQuote = Gap(rawValue: 256)
  /// A dash between words, or a hyphen with a space beside it.
  static let dash = Gap(rawValue: 512)
  /// A hyphen between two words and nothing else.
  static let hyphen = Gap(rawValue: 1024)
  static let apostrophe = Gap(rawValue: 2048)
  static let other = Gap(rawValue: 4096)

  /// Signs that end a phrase: what stands before them does not belong to what follows.
  static let breaks: Gap = [
    .comma, .semicolon, .colon, .stop, .openParenthesis, .closeParenthesis, .openQuote, .closeQuote, .dash,
  ]

  /// Whether nothing but spaces, hyphens and apostrophes stands here.
  var isPlain: Bool { isDisjoint(with: .breaks) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The sign of an ASCII byte; where a quotation mark or a hyphen stands decides which one it is.
  init(ascii byte: UInt8, at offset: Int, in text: Span<UInt8>) {
    let isTight = offset > 0 && !Self.isSpace(text[offset - 1])
    let goesOn = offset + 1 < text.count && !Self.isSpace(text[offset + 1])
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: self = .space
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): self = .openParenthesis
    case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closeParenthesis
    case UInt8(ascii: "\""):
      self = isTight && !(goesOn && Self.opens(text[offset - 1])) ? .closeQuote : .openQuote
    case UInt8(ascii: "-"): self = isTight && goesOn ? .hyphen : .dash
    case UInt8(ascii: "'"): self = .apostrophe
    default: self = .other
    }
  }

  init(scalar: UInt32) {
    switch scalar {
    case 0x201C, 0x201E, 0xAB: self = .openQuote
    case 0x201D, 0xBB: self = .closeQuote
    case 0x2018, 0x2019: self = .apostrophe
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x2026: self = .stop
    case 0xA0, 0x2000...0x200B, 0x202F: self = .space
    default: self = .other
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Whether a quotation mark right behind `byte` opens: `("word`, `–"word`.
  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
