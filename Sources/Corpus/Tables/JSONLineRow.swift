/// One line of JSON lines: a flat object, each member with the way back to its bytes.
///
/// Strings, numbers and booleans are values; `null` is as good as none; a list or an object is passed over, as no column can
/// be one. Written here because no JSON library tells where a value stands.
struct JSONLineRow {
  private let bytes: ArraySlice<UInt8>
  private let line: Int
  private var offset: Int
  private var cells: [String: Cell] = [:]

  /// The members of the object on a line.
  ///
  /// - Parameter bytes: The line, without its end.
  static func cells(of bytes: ArraySlice<UInt8>, line: Int) throws(TableError) -> [String: Cell] {
    var row = JSONLineRow(bytes: bytes, line: line)
    try row.readObject()
    return row.cells
  }

  private init(bytes: ArraySlice<UInt8>, line: Int) {
    self.bytes = bytes
    self.line = line
    offset = bytes.startIndex
  }

  private func fail(_ expected: String) -> TableError {
    TableError(line: line, reason: "at column \(column): \(expected) is expected")
  }

  private var column: Int { offset - bytes.startIndex + 1 }
  private var current: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

  private mutating func readObject() throws(TableError) {
    skipSpace()
    guard pass("{") else { throw fail("an object on one line, `{…}`,") }
    skipSpace()
    if !pass("}") {
      repeat {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw fail("a key in quotation marks") }
        let key = try string().text
        skipSpace()
        guard pass(":") else { throw fail("`:`") }
        skipSpace()
        // Of a key given twice the last counts, as in most readers of JSON.
        cells[key] = try value()
        skipSpace()
      } while pass(",")
      guard pass("}") else { throw fail("`,` or `}`") }
    }
    skipSpace()
    guard offset == bytes.endIndex else { throw fail("the line's end") }
  }

  private mutating func value() throws(TableError) -> Cell? {
    switch current {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try passNested()
      return nil
    default:
      var cell = Cell(line: line, column: column)
      let word = bytes[offset...].prefix {
        $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") && !Self.isSpace($0)
      }
      cell.utf8 = Array(word)
      guard ["true", "false", "null"].contains(cell.text) || Self.isNumber(word) else {
        throw fail("a value (a text in quotation marks, a number, true, false or null)")
      }
      offset = word.endIndex
      return cell.text == "null" ? nil : cell
    }
  }

  /// Whether a word is a number as RFC 8259 has it, section 6.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func passDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let hasLeadingZero = rest.first == UInt8(ascii: "0")
    let digitCount = passDigits()
    guard digitCount == 1 || (digitCount > 1 && !hasLeadingZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard passDigits() > 0 else { return false }
    }
    if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard passDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Passes over a list or an object, counting brackets rather than recursing.
  private mutating func passNested() throws(TableError) {
    var depth = 0
    repeat {
      switch current {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      case nil: throw fail("a closing bracket")
      default: break
      }
      offset += 1
    } while depth > 0
  }

  private mutating func string() throws(TableError) -> Cell {
    offset += 1
    var cell = Cell(line: line, column: column)
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        // Escapes may make more of them than stand in the source.
        guard MarkCheck.firstOffsetBeyondLimit(in: cell.utf8.span) == nil else {
          throw TableError(
            line: line, reason: "more than \(MarkCheck.limit) combining marks in a row; take them out")
        }
        return cell
      case UInt8(ascii: "\\"):
        try escape(into: &cell)
        cell.move(toLine: line, column: column)
      case 0..<0x20: throw fail("an escape for a control character")
      default:
        cell.utf8.append(byte)
        offset += 1
      }
    }
    throw fail("a closing quotation mark")
  }

  private mutating func escape(into cell: inout Cell) throws(TableError) {
    offset += 1
    guard let byte = current else { throw fail("an escape") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): cell.utf8.append(byte)
    case UInt8(ascii: "n"): cell.utf8.append(0x0A)
    case UInt8(ascii: "r"): cell.utf8.append(0x0D)
    case UInt8(ascii: "t"): cell.utf8.append(0x09)
    case UInt8(ascii: "b"): cell.utf8.append(0x08)
    case UInt8(ascii: "f"): cell.utf8.append(0x0C)
    case UInt8(ascii: "u"): cell.utf8 += Array(String(try scalar()).utf8)
    default: throw fail("one of \\\" \\\\ \\/ \\n \\r \\t \\b \\f \\u")
    }
  }

  private mutating func scalar() throws(TableError) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), pass("\\"), pass("u") else {
      throw fail("a pair of surrogates")
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fail("a pair of surrogates") }
    return scalar
  }

  private mutating func unit() throws(TableError) -> UInt32 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fail("four hexadecimal digits") }
    offset += 4
    return value
  }

  private mutating func pass(_ scalar: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, Self.isSpace(byte) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
