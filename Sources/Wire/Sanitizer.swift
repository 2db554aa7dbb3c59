/// Keeps control characters of documents and file names from reaching a terminal, which would obey them.
package enum Sanitizer {
  /// What stands for `scalar` on a terminal: white space for line ends and tabs, a visible sign for other controls.
  ///
  /// One scalar stands for one, so that ranges stay true.
  package static func clean(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: " "
    // The pictures of the control characters stand in their order.
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    // Marks that turn the direction of what follows, beyond the text's end.
    case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  package static func clean(_ text: String, keepingLines: Bool = false) -> String {
    // A text without these bytes has nothing to clean. (Typographic quotation marks begin with one of them too.)
    guard text.utf8.contains(where: { mayNeedCleaning($0) && !(keepingLines && $0 == 0x0A) }) else {
      return text
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let clean = keepingLines && scalar == "\n" ? scalar : clean(scalar)
      if clean.isASCII { result.append(UInt8(clean.value)) } else { result.append(contentsOf: clean.utf8) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `byte` of UTF-8 is, or begins, a scalar that something else may stand for.
  private static func mayNeedCleaning(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }
}
