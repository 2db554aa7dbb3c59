internal import Corpus
internal import Foundation
internal import Text

/// Any file is a document or a typed error, and its paragraphs are quotes: every piece stands in the source at its line and
/// column.
///
/// The first byte says whether it is Markdown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  // SAFETY: the fuzzer lends `count` bytes at `start` for the time of the call; they are copied.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(input.dropFirst())
  let path = input[0] & 1 == 0 ? "a.md" : "a.txt"
  let source = SourceFile(path: path, id: "a", byteCount: bytes.count)
  guard let document = try? reader.document(from: bytes, of: source) else { return 0 }
  let lines = SourceLines(bytes)
  for paragraph in document.paragraphs { check(paragraph, of: document, in: lines) }
  return 0
}

/// A reader needs a folder, though none of its files is read.
private let reader: CorpusReader = {
  let folder = FileManager.default.temporaryDirectory.path + "/verbatim-fuzz-\(getpid())"
  // Whatever fails here ends the run, as it must.
  // swift-format-ignore: NeverUseForceTry
  try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  precondition(FileManager.default.createFile(atPath: folder + "/a.md", contents: nil))
  // swift-format-ignore: NeverUseForceTry
  return try! CorpusReader(root: folder)
}()

private func check(_ paragraph: Paragraph, of document: Document, in lines: SourceLines) {
  precondition(document.sections.indices.contains(paragraph.section))
  precondition(!paragraph.utf8.isEmpty && String(validating: paragraph.utf8, as: UTF8.self) != nil)
  precondition(paragraph.pieces.first?.textOffset == 0 && paragraph.pieces.last?.line == paragraph.endLine)
  let ends = paragraph.pieces.dropFirst().map(\.textOffset) + [paragraph.utf8.count]
  for (piece, end) in zip(paragraph.pieces, ends) {
    var text = paragraph.utf8[piece.textOffset..<end]
    // A space at a piece's end stands for white space or a line's end.
    if text.last == 0x20 { text.removeLast() }
    precondition(lines[piece.line].dropFirst(piece.column - 1).starts(with: text), "\(piece)")
  }
  var buffer = TokenBuffer()
  Analyzer().analyze(paragraph.utf8.span, into: &buffer)
}

/// The lines of a file as an editor counts them, from 1: ended by LF, CR or both.
private struct SourceLines {
  private var lines: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(rest[..<end])
      let width = rest[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1
      rest = rest[(end + width)...]
    }
    lines.append(rest)
  }

  subscript(number: Int) -> ArraySlice<UInt8> { lines[number - 1] }
}
