/// Step of reading Markdown: takes comments out.
enum HTMLComments {
  /// Overwrites every `<!-- … -->` with spaces, so that offsets and lines stay; one that never ends is text.
  static func blank(in bytes: inout [UInt8]) {
    var offset = 0
    while let start = find("<!--", in: bytes, from: offset) {
      guard let end = find("-->", in: bytes, from: start + 4) else { return }
      for index in start..<end + 3 where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
      offset = end + 3
    }
  }

  private static func find(_ sign: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let pattern = Array(String(describing: sign).utf8)
    guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    for offset in start...bytes.count - pattern.count
    where bytes[offset] == pattern[0] && bytes[offset..<offset + pattern.count].elementsEqual(pattern) {
      return offset
    }
    return nil
  }
}
