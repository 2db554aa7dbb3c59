/// Reads a request's bytes: one JSON object, or a typed error.
///
/// Stricter than decoders are, in one pass over the bytes: RFC 8259's grammar, UTF-8 only and no byte order mark, no name
/// twice in one object (the members are compared after their escapes are read), no lone surrogate, nesting up to a limit, which
/// also bounds the recursion. Nothing that passes could be read differently by two readers.
///
/// - Complexity: O(*n*) time and memory for *n* bytes.
package struct JSONReader {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var position = 0
  /// Containers that are open.
  private var depth = 0

  /// Reads `bytes`, a request without its line's end.
  /// - Throws: A ``WireError`` that says which byte was found and what was expected there.
  package static func object(
    _ bytes: [UInt8], depthLimit: Int = Limits().jsonDepth
  ) throws(WireError) -> JSONObject {
    var reader = JSONReader(bytes: bytes, depthLimit: depthLimit)
    return try reader.message()
  }

  private init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  // MARK: The message as a whole

  private mutating func message() throws(WireError) -> JSONObject {
    try refuseOtherEncodings()
    skipWhiteSpace()
    switch peek() {
    case UInt8(ascii: "{"): break
    case UInt8(ascii: "["):
      throw .invalidRequest("found an array; batches are not understood, send one object a line")
    case nil: throw .invalidRequest("found an empty request; expected a JSON object")
    case let byte?: throw unexpected(byte, expected: "a JSON object")
    }
    let object = try object()
    skipWhiteSpace()
    if let byte = peek() { throw unexpected(byte, expected: "the end of the line; one object a line") }
    return object
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

  private mutating func object() throws(WireError) -> JSONObject {
    try openContainer()
    var object = JSONObject()
    skipWhiteSpace()
    while !take("}") {
      if !object.members.isEmpty {
        try expect(",", "\",\" or \"}\" after a member")
        skipWhiteSpace()
      }
      let start = position
      let name = try string("a member's name in quotes")
      skipWhiteSpace()
      try expect(":", "\":\" after a member's name")
      skipWhiteSpace()
      guard object.add(name, try value()) else {
        throw .parse("found the name at byte \(start) a second time in one object; expected each name once")
      }
      skipWhiteSpace()
    }
    depth -= 1
    return object
  }

  private mutating func array() throws(WireError) -> [JSONValue] {
    try openContainer()
    var elements: [JSONValue] = []
    skipWhiteSpace()
    while !take("]") {
      if !elements.isEmpty {
        try expect(",", "\",\" or \"]\" after an element")
        skipWhiteSpace()
      }
      elements.append(try value())
      skipWhiteSpace()
    }
    depth -= 1
    return elements
  }

  private mutating func openContainer() throws(WireError) {
    guard depth < depthLimit else {
      throw WireError(
        .tooLarge,
        "found JSON nested deeper than \(depthLimit) at byte \(position); expected at most \(depthLimit)",
        hint: "send a flatter request")
    }
    depth += 1
    position += 1
  }

  private mutating func value() throws(WireError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string("a string"))
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return .number(try number())
    case let byte?: throw unexpected(byte, expected: "a value")
    case nil: throw ended(expected: "a value")
    }
  }

  // MARK: Scalars

  private mutating func literal(_ literal: String, _ value: JSONValue) throws(WireError) -> JSONValue {
    guard bytes[position...].starts(with: literal.utf8) else {
      throw unexpected(bytes[position], expected: literal)
    }
    position += literal.utf8.count
    return value
  }

  private mutating func number() throws(WireError) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try skipDigits() }
    if take(".") { try skipDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try skipDigits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipDigits() throws(WireError) {
    let start = position
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
    guard position > start else {
      guard let byte = peek() else { throw ended(expected: "a digit") }
      throw unexpected(byte, expected: "a digit")
    }
  }

  /// A string with its escapes read.
  private mutating func string(_ expected: String) throws(WireError) -> String {
    try expect("\"", expected)
    var start = position
    // What stands before `start` and had to be put together, because of escapes.
    var content: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        let rest = bytes[start..<position - 1]
        return String(decoding: content.isEmpty ? rest : (content + rest)[...], as: UTF8.self)
      case UInt8(ascii: "\\"):
        content += bytes[start..<position]
        try readEscape(into: &content)
        start = position
      case 0..<0x20:
        throw unexpected(byte, expected: "control characters in a string to be written as \\u escapes")
      default:
        position += 1
      }
    }
    throw ended(expected: "the end of a string")
  }

  private mutating func readEscape(into content: inout [UInt8]) throws(WireError) {
    position += 1
    guard let byte = peek() else { throw ended(expected: "an escape") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(into: &content)
    default: throw unexpected(byte, expected: "one of \" \\ / b f n r t u after a backslash")
    }
    position += 1
  }

  private mutating func readUnicodeEscape(into content: inout [UInt8]) throws(WireError) {
    let start = position - 1
    position += 1
    var value = try hexUnit()
    if (0xD800..<0xDC00).contains(value), take("\\"), take("u") {
      let low = try hexUnit()
      value = (0xDC00..<0xE000).contains(low) ? 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) : value
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw .parse("found half of a surrogate pair at byte \(start); expected both halves")
    }
    content.append(contentsOf: UTF8.encode(scalar)!)
  }

  private mutating func hexUnit() throws(WireError) -> UInt32 {
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
