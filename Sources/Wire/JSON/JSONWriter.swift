/// Appends JSON to an array of bytes as it is told of it: no tree, no white space.
///
///     {"complete":true,"hits":[{"id":"talk#p3","score":7.3125}],"total":6}
///
/// Strings stand in UTF-8, with escapes where JSON requires them (quotes, backslashes, U+0000 to U+001F) and where it does
/// not: DEL, C1 controls and marks of direction, because a terminal that shows an answer must not obey it. A floating-point
/// number has the fewest digits that read back as the same number.
package struct JSONWriter {
  private var bytes: [UInt8] = []

  /// The bytes of `message` on one line, with the line's end.
  package static func line(_ message: some JSONWritable) -> [UInt8] {
    var writer = JSONWriter()
    message.write(to: &writer)
    writer.append("\n")
    return writer.bytes
  }

  // MARK: Containers

  /// Writes an object, whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    append("{")
    body(&self)
    append("}")
  }

  /// Writes the next member of the object that is open. By convention, members stand in order of their names.
  package mutating func member(_ name: String, _ value: some JSONWritable) {
    separate(after: "{")
    string(name)
    append(":")
    value.write(to: &self)
  }

  /// The same, but leaves out a member without a value.
  package mutating func member(_ name: String, ifPresent value: (some JSONWritable)?) {
    if let value { member(name, value) }
  }

  /// Writes the next member: one string as itself, several as an array, none not at all.
  mutating func member(_ name: String, anyOf values: [String]) {
    if values.count == 1 { member(name, values[0]) } else if !values.isEmpty { member(name, values) }
  }

  mutating func array(_ elements: [some JSONWritable]) {
    append("[")
    for element in elements {
      separate(after: "[")
      element.write(to: &self)
    }
    append("]")
  }

  /// No value ends with a bracket that opens, so the last byte tells whether a value stands before the next one.
  private mutating func separate(after opening: Unicode.Scalar) {
    if bytes.last != UInt8(ascii: opening) { append(",") }
  }

  // MARK: Scalars

  mutating func null() { append(contentsOf: "null") }

  mutating func boolean(_ value: Bool) { append(contentsOf: value ? "true" : "false") }

  mutating func integer(_ value: Int) {
    if value < 0 { append("-") }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// - Precondition: `value` is finite: JSON knows no other numbers.
  mutating func number(_ value: Double) {
    precondition(value.isFinite, "JSON has no number for \(value)")
    let digits = value.description
    append(contentsOf: digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...])
  }

  mutating func string(_ text: String) {
    append("\"")
    let start = bytes.count
    // Few strings need escapes, so a string is written first and looked at then.
    bytes.append(contentsOf: text.utf8)
    if let first = bytes[start...].firstIndex(where: Self.mayNeedEscape) { rewriteWithEscapes(from: first) }
    append("\"")
  }

  // MARK: Escapes

  private mutating func rewriteWithEscapes(from start: Int) {
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    var written = 0
    for index in text.indices {
      guard let scalar = Self.scalarToEscape(in: text, at: index) else { continue }
      bytes += text[written..<index]
      escape(scalar)
      written = index + UTF8.width(scalar)
    }
    bytes += text[written...]
  }

  /// Whether `byte` of UTF-8 is, or begins, a scalar that may have to be escaped.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// The scalar that starts at `index` of `text`, which is UTF-8, if it must not stand as it is.
  private static func scalarToEscape(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
    switch text[index] {
    case let byte where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F:
      return Unicode.Scalar(byte)
    case 0xC2 where text[index + 1] < 0xA0:
      return Unicode.Scalar(text[index + 1])
    case 0xE2:
      let value = 0x2000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      let isMarkOfDirection = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      return isMarkOfDirection ? Unicode.Scalar(value) : nil
    default:
      return nil
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    append("\\")
    switch scalar {
    case "\"", "\\": append(scalar)
    case "\u{8}": append("b")
    case "\u{C}": append("f")
    case "\n": append("n")
    case "\r": append("r")
    case "\t": append("t")
    default:
      let digits = String(scalar.value, radix: 16)
      append(contentsOf: "u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }

  // MARK: Bytes

  private mutating func append(_ scalar: Unicode.Scalar) { bytes.append(UInt8(ascii: scalar)) }

  private mutating func append(contentsOf text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
}
