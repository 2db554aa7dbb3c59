import Wire

/// Rows of comma-separated values (RFC 4180): lines end with CR LF, and what has a comma, a quotation mark or a line's end
/// stands in quotation marks.
struct SeparatedValues {
  private(set) var text = ""

  /// Adds a row; a value that is nil is an empty one.
  mutating func append(_ values: [String?]) {
    text += values.map { Self.quoted($0 ?? "") }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ value: String) -> String {
    let value = Sanitizer.clean(value, keepingLines: true)
    guard value.utf8.contains(where: { [0x22, 0x2C, 0x0A].contains($0) }) else { return value }
    // Byte by byte: a mark with an accent behind it is another character, but has to be doubled too.
    let mark = UInt8(ascii: "\"")
    var bytes = [mark]
    for byte in value.utf8 {
      if byte == mark { bytes.append(mark) }
      bytes.append(byte)
    }
    bytes.append(mark)
    return String(decoding: bytes, as: UTF8.self)
  }
}
