import Foundation

/// A table of paragraphs as words that need no analysis: a line each, its document, a TAB, and its words with a space between two.
enum WordTable {
  private static let chunkByteCount = 1 << 20

  /// Writes the paragraphs of `table` that have a word.
  static func write(_ table: ParagraphTable, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchmarkError("\(path): the file cannot be written") }
    defer { try? file.close() }
    var pending: [UInt8] = []
    try table.forEachParagraph { paragraph in
      let words = PeerWords.joined(PeerCorpus.spelled(paragraph.text))
      if words.isEmpty { return }
      pending += paragraph.document
      pending.append(0x09)
      pending += words
      pending.append(0x0A)
      if pending.count >= chunkByteCount {
        try file.write(contentsOf: pending)
        pending.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: pending)
  }

  /// Calls `body` with some lines after the others, whole ones, as they lie in the file.
  static func forEachChunk(of path: String, _ body: (Span<UInt8>) throws -> Void) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    defer { try? file.close() }
    var pending: [UInt8] = []
    while let chunk = try file.read(upToCount: chunkByteCount), !chunk.isEmpty {
      pending += chunk
      guard let lineEnd = pending.lastIndex(of: 0x0A) else { continue }
      try body(pending.span.extracting(0...lineEnd))
      pending.removeFirst(lineEnd + 1)
    }
  }
}
