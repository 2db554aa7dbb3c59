/// A step of reading YAML: bounds what Yams is given, before it sees a byte.
///
/// Its parser recurses, so brackets or dashes in great number would use up the stack. And escapes can make what ``MarkCheck``
/// refuses in the bytes.
enum YAMLCheck {
  /// What is too much, and on which line, from 0.
  struct Excess: Error {
    var line: Int
    var reason: String
  }

  /// The most `\u…` and the like, few enough to be sorted whatever they stand for.
  private static let mostEscapes = 4_096

  /// - Parameter deepest: The most brackets, and the most `- ` signs of one line.
  static func check(_ yaml: [UInt8], deepest: Int) throws(Excess) {
    if let offset = MarkCheck.firstOffsetBeyondLimit(in: yaml.span) {
      throw Excess(
        line: UTF8Check.line(of: offset, in: yaml) - 1,
        reason: "more than \(MarkCheck.limit) combining marks in a row; take them out")
    }
    var counts = Counts()
    for (offset, byte) in yaml.enumerated() {
      counts.add(byte, next: offset + 1 < yaml.count ? yaml[offset + 1] : 0x0A)
      if counts.brackets > deepest || counts.dashes > deepest {
        throw Excess(line: counts.line, reason: "nested too deeply")
      }
      if counts.escapes > mostEscapes {
        throw Excess(
          line: counts.line,
          reason: "more than \(mostEscapes) escapes such as `\\u00e9`; write the letters themselves")
      }
    }
  }

  private struct Counts {
    var line = 0
    var brackets = 0
    var dashes = 0
    var escapes = 0

    mutating func add(_ byte: UInt8, next: UInt8) {
      switch byte {
      case 0x0A: (line, dashes) = (line + 1, 0)
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += next == 0x20 || next == 0x09 ? 1 : 0
      case UInt8(ascii: "\\"): escapes += "uUx".utf8.contains(next) ? 1 : 0
      default: break
      }
    }
  }
}
