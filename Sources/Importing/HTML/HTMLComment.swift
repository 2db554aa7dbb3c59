/// Where comments end, and what is taken for one.
enum HTMLComment {
  /// The end of what `<!` begins: a comment up to `-->` or `--!>`, anything else up to `>`.
  static func end(from start: Int, in bytes: Span<UInt8>) -> Int {
    guard HTMLBytes.has("<!--", at: start, in: bytes) else { return endOfBogus(from: start, in: bytes) }
    // `<!-->` and `<!--->` are comments as well.
    if HTMLBytes.has(">", at: start + 4, in: bytes) { return start + 5 }
    if HTMLBytes.has("->", at: start + 4, in: bytes) { return start + 6 }
    var offset = start + 4
    while true {
      offset = HTMLBytes.find(UInt8(ascii: "-"), in: bytes, from: offset)
      if offset == bytes.count { return offset }
      if HTMLBytes.has("-->", at: offset, in: bytes) { return offset + 3 }
      if HTMLBytes.has("--!>", at: offset, in: bytes) { return offset + 4 }
      offset += 1
    }
  }

  /// The end of a document type, a CDATA section, `<?…>` or `</ …>`: just behind the next `>`.
  static func endOfBogus(from start: Int, in bytes: Span<UInt8>) -> Int {
    min(HTMLBytes.find(UInt8(ascii: ">"), in: bytes, from: start) + 1, bytes.count)
  }
}
