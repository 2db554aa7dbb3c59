import Testing

@testable import Corpus

/// Expects what makes a quote provable, of every paragraph: the text without spaces is a subsequence of the source;
/// every piece, less one space at its end, stands at its line and column; sections and lines are in range.
func expectVerbatim(_ document: Document, source: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
{
  let lines = EditorLines(source)
  for (index, paragraph) in document.paragraphs.enumerated() {
    let place = "\(document.path)#p\(index + 1)"
    let broken = firstBreach(of: paragraph, in: lines)
    #expect(broken == nil, "\(place): \(broken ?? "")", sourceLocation: sourceLocation)
    #expect(document.sections.indices.contains(paragraph.section), "\(place)", sourceLocation: sourceLocation)
    if broken != nil { return }
  }
  let letters = document.paragraphs.flatMap { $0.utf8.filter { $0 != 0x20 } }
  #expect(isSubsequence(letters, of: source), "\(document.path)", sourceLocation: sourceLocation)
}

private func firstBreach(of paragraph: Paragraph, in lines: EditorLines) -> String? {
  guard paragraph.pieces.first?.textOffset == 0 else { return "no piece at the start" }
  guard !paragraph.utf8.isEmpty, paragraph.utf8.first != 0x20, paragraph.utf8.last != 0x20 else {
    return "space at an end"
  }
  guard String(validating: paragraph.utf8, as: UTF8.self) != nil else { return "not UTF-8" }
  for (index, byte) in paragraph.utf8.enumerated()
  where byte < 0x20 || (byte == 0x20 && paragraph.utf8[index + 1] == 0x20) {
    return "white space at \(index)"
  }
  var line = 0
  for (index, piece) in paragraph.pieces.enumerated() {
    let end =
      index + 1 < paragraph.pieces.count ? paragraph.pieces[index + 1].textOffset : paragraph.utf8.count
    guard end > piece.textOffset, piece.line >= line else { return "pieces out of order at \(piece)" }
    line = piece.line
    var text = paragraph.utf8[piece.textOffset..<end]
    if text.last == 0x20 { text.removeLast() }
    guard lines.line(piece.line).dropFirst(piece.column - 1).starts(with: text) else {
      return "\(piece) is not in the source"
    }
  }
  return paragraph.endLine == line ? nil : "endLine \(paragraph.endLine), not \(line)"
}

private func isSubsequence(_ letters: [UInt8], of source: [UInt8]) -> Bool {
  var rest = letters[...]
  for byte in source where rest.first == byte { rest = rest.dropFirst() }
  return rest.isEmpty
}

/// The lines an editor shows, found in another way than the reader's.
struct EditorLines {
  private var lines: [ArraySlice<UInt8>] = []

  init(_ source: [UInt8]) {
    let body = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
    var start = body.startIndex
    for index in body.indices where body[index] == 0x0A || body[index] == 0x0D {
      if body[index] == 0x0A, index > body.startIndex, body[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(body[start..<index])
      start = index + 1
    }
    lines.append(body[start...])
  }

  /// The bytes of a line, numbered from 1.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }
}
