import Segment

/// The bytes of a segment, taken apart so that a test can change any of them and put all together again under right checksums.
///
/// Written from `index/FORMAT.md` alone: it shares no code with the writer.
struct SegmentBytes {
  static let sectionCount = 28
  static let pageByteCount = 4096

  var header: [UInt8]
  /// By number − 1.
  var sections: [[UInt8]]
  /// The counts of the footer, `documentCount` to `statementWordCount`: 36 bytes.
  var counts: [UInt8]

  /// Takes apart a whole segment.
  init(_ file: [UInt8]) {
    let footer = file.count - 72
    let contents = Self.integer(file, at: footer + 8, byteCount: 8)
    header = Array(file[..<16])
    sections = (0..<Self.sectionCount).map { index in
      let entry = contents + index * 24
      let offset = Self.integer(file, at: entry + 8, byteCount: 8)
      return Array(file[offset..<offset + Self.integer(file, at: entry + 16, byteCount: 8)])
    }
    counts = Array(file[footer + 20..<footer + 56])
  }

  subscript(section: SegmentFormat.Section) -> [UInt8] {
    get { sections[Int(section.rawValue) - 1] }
    set { sections[Int(section.rawValue) - 1] = newValue }
  }

  /// The whole file.
  var file: [UInt8] {
    var file = header
    var contents: [UInt8] = []
    for (index, section) in sections.enumerated() {
      while file.count % 8 > 0 { file.append(0) }
      contents +=
        Self.bytes(index + 1, 4) + Self.bytes(0, 4) + Self.bytes(file.count, 8)
        + Self.bytes(section.count, 8)
      file += section
    }
    let checksums = file.count
    let pages = stride(from: 0, to: checksums, by: Self.pageByteCount).flatMap { start in
      Self.bytes(Int(CRC32C.checksum(Array(file[start..<min(start + Self.pageByteCount, checksums)]))), 4)
    }
    file += pages + contents
    var footer =
      Self.bytes(checksums, 8) + Self.bytes(checksums + pages.count, 8) + Self.bytes(contents.count, 4)
    footer +=
      counts + Self.bytes(Int(CRC32C.checksum(pages)), 4) + Self.bytes(Int(CRC32C.checksum(contents)), 4)
    footer += Array("VRBf".utf8)
    return file + footer + Self.bytes(Int(CRC32C.checksum(footer)), 4)
  }

  /// Makes the checksums of a whole file right again after any other of its bytes were changed; the footer's offsets must still
  /// lie inside.
  static func repairChecksums(of file: inout [UInt8]) {
    let footer = file.count - 72
    let checksums = integer(file, at: footer, byteCount: 8)
    let contents = integer(file, at: footer + 8, byteCount: 8)
    for (page, place) in stride(from: checksums, to: contents, by: 4).enumerated() {
      let start = page * pageByteCount
      store(CRC32C.checksum(Array(file[start..<min(start + pageByteCount, checksums)])), in: &file, at: place)
    }
    store(CRC32C.checksum(Array(file[checksums..<contents])), in: &file, at: footer + 56)
    store(CRC32C.checksum(Array(file[contents..<footer])), in: &file, at: footer + 60)
    repairFooterChecksum(of: &file)
  }

  static func repairFooterChecksum(of file: inout [UInt8]) {
    let footer = file.count - 72
    store(CRC32C.checksum(Array(file[footer..<footer + 68])), in: &file, at: footer + 68)
  }

  static func integer(_ bytes: [UInt8], at offset: Int, byteCount: Int) -> Int {
    (0..<byteCount).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  static func bytes(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func store(_ value: UInt32, in bytes: inout [UInt8], at offset: Int) {
    bytes.replaceSubrange(offset..<offset + 4, with: Self.bytes(Int(value), 4))
  }
}
