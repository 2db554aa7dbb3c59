/// A step of reading YAML: bounds what Yams is given, before it sees a byte.
///
/// Its parser recurses, so brackets or dashes in great number would use up the stack. It hashes keys, and what an alias repeats is hashed
/// as often as it is repeated: a few hundred bytes of lists of aliases of lists of aliases as a key take years. And escapes can make
/// what ``MarkCheck`` refuses in the bytes.
enum YAMLCheck {
  /// What is too much, and on which line, from 0.
  struct Excess: Error {
    var line: Int
    var reason: String
  }

  /// The most `*name`, if there is an `&name`: few enough for any that are lists of each other.
  private static let mostAliases = 16
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
      if counts.anchors > 0, counts.aliases > mostAliases {
        throw Excess(
          line: counts.line,
          reason: "more than \(mostAliases) aliases (`*name`); write out what they stand for")
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
    var anchors = 0
    var aliases = 0
    var escapes = 0
    private var last: UInt8 = 0x0A

    mutating func add(_ byte: UInt8, next: UInt8) {
      let startsName = next > 0x20 && " \t\r\n[{,:?-".utf8.contains(last)
      switch byte {
      case 0x0A: (line, dashes) = (line + 1, 0)
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += next == 0x20 || next == 0x09 ? 1 : 0
      case UInt8(ascii: "&"): anchors += startsName ? 1 : 0
      case UInt8(ascii: "*"): aliases += startsName ? 1 : 0
      case UInt8(ascii: "\\"): escapes += "uUx".utf8.contains(next) ? 1 : 0
      default: break
      }
      last = byte
    }
  }
}
