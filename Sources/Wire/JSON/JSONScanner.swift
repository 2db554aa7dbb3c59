/// Decides whether a request's bytes are one JSON object that is safe to hand to a decoder.
///
/// Stricter than decoders are, in one pass over the bytes and without recursion: RFC 8259's grammar, UTF-8 only and
/// no byte order mark, no name twice in one object (the members are compared after their escapes are read), no lone
/// surrogate, nesting up to a limit. A decoder that follows sees nothing that two readers could read differently.
///
/// - Complexity: O(*n*) time for *n* bytes; memory for the names of the objects that are open.
package struct JSONScanner {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var position = 0
  /// The containers that are open, outermost first.
  private var open: [Container] = []

  /// An object with the names seen in it so far, or an array.
  private enum Container {
    case object(names: Set<[UInt8]>)
    case array
  }

  /// Checks `bytes`, a request without its line's end.
  /// - Throws: A ``WireError`` that says which byte was found and what was expected there.
  package static func check(_ bytes: [UInt8], depthLimit: Int = Limits().jsonDepth) throws(WireError) {
    var scanner = JSONScanner(bytes: bytes, depthLimit: depthLimit)
    try scanner.scanMessage()
  }

  private init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  // MARK: The message as a whole

  private mutating func scanMessage() throws(WireError) {
    try refuseOtherEncodings()
    skipWhiteSpace()
    switch peek() {
    case UInt8(ascii: "{"): break
    case UInt8(ascii: "["):
      throw .invalidRequest("found an array; batches are not understood, send one object a line")
    case nil: throw .invalidRequest("found an empty request; expected a JSON object")
    case let byte?: throw unexpected(byte, expected: "a JSON object")
    }
    try scanValue()
    while !open.isEmpty { try scanNextMember() }
    skipWhiteSpace()
    if let byte = peek() { throw unexpected(byte, expected: "the end of the line; one object a line") }
  }

  private func refuseOtherEncodings() throws(WireError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw .parse("found a byte order mark at the start; expected UTF-8 without one")
    }
    if bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .parse("found UTF-16 or UTF-32; expected UTF-8")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw .parse("found bytes that are not UTF-8; expected UTF-8")
    }
  }

  // MARK: Containers

  /// Scans the next member or element of the innermost container, or its end.
  private mutating func scanNextMember() throws(WireError) {
    guard case .object(var names) = open[open.count - 1] else { return try scanNextElement() }
    skipWhiteSpace()
    if take("}") {
      open.removeLast()
      return
    }
    if !names.isEmpty {
      try expect(",", "\",\" or \"}\" after a member")
      skipWhiteSpace()
    }
    let start = position
    // The set is taken out while it grows, so that it is never copied.
    open[open.count - 1] = .array
    guard names.insert(try scanString("a member's name in quotes")).inserted else {
      throw .parse("found the name at byte \(start) a second time in one object; expected each name once")
    }
    open[open.count - 1] = .object(names: names)
    skipWhiteSpace()
    try expect(":", "\":\" after a member's name")
    skipWhiteSpace()
    try scanValue()
  }

  private mutating func scanNextElement() throws(WireError) {
    skipWhiteSpace()
    if take("]") {
      open.removeLast()
      return
    }
    try expect(",", "\",\" or \"]\" after an element")
    skipWhiteSpace()
    try scanValue()
  }

  /// Scans a scalar whole, or opens a container (of an array, up to its first element).
  private mutating func scanValue() throws(WireError) {
    while true {
      switch peek() {
      case UInt8(ascii: "{"):
        try openContainer(.object(names: []))
        return
      case UInt8(ascii: "["):
        try openContainer(.array)
        skipWhiteSpace()
        if take("]") {
          open.removeLast()
          return
        }
        continue
      case UInt8(ascii: "\""): _ = try scanString("a string")
      case UInt8(ascii: "t"): try scanLiteral("true")
      case UInt8(ascii: "f"): try scanLiteral("false")
      case UInt8(ascii: "n"): try scanLiteral("null")
      case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): try scanNumber()
      case let byte?: throw unexpected(byte, expected: "a value")
      case nil: throw ended(expected: "a value")
      }
      return
    }
  }

  private mutating func openContainer(_ container: Container) throws(WireError) {
    guard open.count < depthLimit else {
      throw WireError(
        .tooLarge,
        "found JSON nested deeper than \(depthLimit) at byte \(position); expected at most \(depthLimit)",
        hint: "send a flatter request")
    }
    open.append(container)
    position += 1
  }

  // MARK: Scalars

  private mutating func scanLiteral(_ literal: StaticString) throws(WireError) {
    let expected = Array(String(describing: literal).utf8)
    guard bytes[position...].starts(with: expected) else {
      throw unexpected(bytes[position], expected: "\(literal)")
    }
    position += expected.count
  }

  private mutating func scanNumber() throws(WireError) {
    _ = take("-")
    if !take("0") { try scanDigits() }
    if take(".") { try scanDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try scanDigits()
    }
  }

  private mutating func scanDigits() throws(WireError) {
    let start = position
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
    guard position > start else {
      guard let byte = peek() else { throw ended(expected: "a digit") }
      throw unexpected(byte, expected: "a digit")
    }
  }

  /// Scans a string and returns its bytes with the escapes read.
  private mutating func scanString(_ expected: String) throws(WireError) -> [UInt8] {
    try expect("\"", expected)
    var content: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return content
      case UInt8(ascii: "\\"):
        try scanEscape(into: &content)
      case 0..<0x20:
        throw unexpected(byte, expected: "control characters in a string to be written as \\u escapes")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw ended(expected: "the end of a string")
  }

  private mutating func scanEscape(into content: inout [UInt8]) throws(WireError) {
    position += 1
    guard let byte = peek() else { throw ended(expected: "an escape") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): return try scanUnicodeEscape(into: &content)
    default: throw unexpected(byte, expected: "one of \" \\ / b f n r t u after a backslash")
    }
    position += 1
  }

  private mutating func scanUnicodeEscape(into content: inout [UInt8]) throws(WireError) {
    let start = position - 1
    position += 1
    var value = try scanHexUnit()
    if (0xD800..<0xDC00).contains(value), take("\\"), take("u") {
      let low = try scanHexUnit()
      value = (0xDC00..<0xE000).contains(low) ? 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) : value
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw .parse("found half of a surrogate pair at byte \(start); expected both halves")
    }
    content.append(contentsOf: UTF8.encode(scalar)!)
  }

  private mutating func scanHexUnit() throws(WireError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek() else { throw ended(expected: "four hex digits after \\u") }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected(byte, expected: "four hex digits after \\u")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: Bytes

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipWhiteSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar, _ expected: String) throws(WireError) {
    if take(scalar) { return }
    guard let byte = peek() else { throw ended(expected: expected) }
    throw unexpected(byte, expected: expected)
  }

  private func unexpected(_ byte: UInt8, expected: String) -> WireError {
    let found = (0x21...0x7E).contains(byte) ? "\"\(Unicode.Scalar(byte))\"" : "byte \(byte)"
    return .parse("found \(found) at byte \(position) of the request; expected \(expected)")
  }

  private func ended(expected: String) -> WireError {
    .parse("the request ends at byte \(position); expected \(expected)")
  }
}
