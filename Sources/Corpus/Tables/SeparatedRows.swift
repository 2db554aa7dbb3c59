/// The rows of a table whose values are parted by commas (RFC 4180) or tabs.
///
/// With commas a value may stand in quotation marks, in which a comma, a line's end and a doubled quotation mark are part of
/// it. With tabs every line is a row and nothing is quoted. Lines end with LF, CRLF or CR; empty lines are no rows.
struct SeparatedRows {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let hasQuotes: Bool
  private var offset: Int
  private var line = 1
  private var lineStart: Int

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    hasQuotes = separator == UInt8(ascii: ",")
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = offset
  }

  /// The next row; nil after the last.
  mutating func next() throws(TableError) -> [Cell]? {
    while passLineEnd() {}
    guard offset < bytes.count else { return nil }
    var cells: [Cell] = []
    repeat {
      cells.append(try cell())
    } while pass(separator)
    _ = passLineEnd()
    return cells
  }

  private var column: Int { offset - lineStart + 1 }

  private mutating func cell() throws(TableError) -> Cell {
    if hasQuotes, offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try quoted() }
    var cell = Cell(line: line, column: column)
    let start = offset
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) { offset += 1 }
    cell.utf8 = Array(bytes[start..<offset])
    return cell
  }

  private mutating func quoted() throws(TableError) -> Cell {
    let opening = line
    offset += 1
    var cell = Cell(line: line, column: column)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        guard pass(byte) else {
          guard offset == bytes.count || bytes[offset] == separator || isLineEnd(bytes[offset]) else {
            throw TableError(line: line, reason: "text stands behind a value's closing quotation mark")
          }
          return cell
        }
        cell.utf8.append(byte)
        cell.move(toLine: line, column: column)
      } else if isLineEnd(byte) {
        _ = passLineEnd()
        cell.utf8.append(0x0A)
        cell.move(toLine: line, column: column)
      } else {
        cell.utf8.append(byte)
        offset += 1
      }
    }
    throw TableError(line: opening, reason: "a quotation mark is never closed")
  }

  private mutating func pass(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func passLineEnd() -> Bool {
    guard offset < bytes.count, isLineEnd(bytes[offset]) else { return false }
    offset += bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    line += 1
    lineStart = offset
    return true
  }
}

/// What is wrong with a table, and on which line.
struct TableError: Error, Equatable {
  var line: Int
  var reason: String
}
