import Foundation

/// A table of paragraphs: a line each, its id, a TAB and its text.
///
/// Paragraphs whose ids agree up to the last `#`, and which follow one another, are one document: `ARG_01_1946#1`, `ARG_01_1946#2`.
/// Read in pieces, so that a large table takes little memory.
struct ParagraphTable {
  struct Paragraph {
    /// From 0.
    var line: Int
    /// UTF-8: the id up to its last `#`, all of it without one.
    var document: ArraySlice<UInt8>
    /// UTF-8.
    var text: ArraySlice<UInt8>
  }

  let path: String

  private static let chunkByteCount = 1 << 20

  /// Calls `body` with every paragraph in order.
  func forEachParagraph(_ body: (Paragraph) throws -> Void) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    defer { try? file.close() }
    var pending: [UInt8] = []
    var line = 0
    while let chunk = try file.read(upToCount: Self.chunkByteCount), !chunk.isEmpty {
      pending += chunk
      var start = 0
      while let end = pending[start...].firstIndex(of: 0x0A) {
        try body(try paragraph(pending[start..<end], line))
        line += 1
        start = end + 1
      }
      pending.removeFirst(start)
    }
    if !pending.isEmpty {
      try body(try paragraph(pending[...], line))
      line += 1
    }
    if line == 0 {
      throw BenchmarkError("\(path): the file is empty; a line `id TAB text` a paragraph is expected")
    }
  }

  private func paragraph(_ bytes: ArraySlice<UInt8>, _ line: Int) throws -> Paragraph {
    guard let tab = bytes.firstIndex(of: 0x09), tab > bytes.startIndex else {
      throw BenchmarkError("\(path):\(line + 1): an id and a TAB are expected before the text")
    }
    let id = bytes[..<tab]
    return Paragraph(
      line: line, document: id[..<(id.lastIndex(of: UInt8(ascii: "#")) ?? tab)], text: bytes[(tab + 1)...])
  }
}
