/// What cleaning does with a scalar: keep it, turn it into a space, take it out, or write it in letters.
package enum ScalarClass: Sendable {
  case visible
  /// White space of any width.
  case space
  /// U+00AD, where a word may be cut.
  case softHyphen
  /// `¬`, which some recognition of scanned pages writes for a soft hyphen.
  case notSign
  /// Control and format characters, which have no shape of their own.
  case control
  /// A sign that opens a list item where it is the first of its line.
  case bullet
  /// A character of nobody's standard: symbol fonts leave them behind where a bullet stood.
  case privateUse
  /// `ﬁ` and its kin, U+FB00 to U+FB06: letters that a printer's font joins.
  case ligature

  package init(_ scalar: UInt32) {
    switch scalar {
    case 0xAD: self = .softHyphen
    case 0xAC: self = .notSign
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .space
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF,
      0xFFF9...0xFFFC:
      self = .control
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8,
      0x25BA,
      0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x2756, 0x2794, 0x27A2, 0x27A4:
      self = .bullet
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: self = .privateUse
    case 0xFB00...0xFB06: self = .ligature
    default: self = .visible
    }
  }
}

/// The letters of a ligature.
enum Ligature {
  /// What Unicode's compatibility decomposition gives, for U+FB00 to U+FB06 (ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ).
  static func letters(of scalar: UInt32) -> StaticString {
    switch scalar {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    default: "st"
    }
  }
}
