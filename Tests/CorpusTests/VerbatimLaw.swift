import Evaluation
import Testing

@testable import Corpus

/// Expects what makes a quote provable, of every paragraph and every byte.
///
/// 1. A paragraph's text without spaces is a subsequence of the source; every piece of it, less one space at its end,
///    stands at its line and column, or is the letters of a ligature that stands there.
/// 2. The converse: every byte of the source is in a paragraph, or was taken out, and what was taken out is what the
///    account calls it.
func expectLaws(
  _ document: Document, _ account: SourceAccount, source: [UInt8],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = SourceLines(source)
  for (index, paragraph) in document.paragraphs.enumerated() {
    let place = "\(document.path)#p\(index + 1)"
    let broken = firstBreach(of: paragraph, in: lines)
    #expect(broken == nil, "\(place): \(broken ?? "")", sourceLocation: sourceLocation)
    #expect(document.sections.indices.contains(paragraph.section), "\(place)", sourceLocation: sourceLocation)
    if broken != nil { return }
  }
  let breach = firstBreach(of: account, document, source: source)
  #expect(breach == nil, "\(document.path): \(breach ?? "")", sourceLocation: sourceLocation)
}

// MARK: From the paragraph to the source

private func firstBreach(of paragraph: Paragraph, in lines: SourceLines) -> String? {
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
  var column = 0
  for (index, piece) in paragraph.pieces.enumerated() {
    let end =
      index + 1 < paragraph.pieces.count ? paragraph.pieces[index + 1].textOffset : paragraph.utf8.count
    guard end > piece.textOffset, (line, column) < (piece.line, piece.column) else {
      return "\(piece) is out of order"
    }
    (line, column) = (piece.line, piece.column)
    var text = paragraph.utf8[piece.textOffset..<end]
    let rest = lines.line(piece.line).dropFirst(piece.column - 1)
    if text.last == 0x20 { text.removeLast() }
    if let letters = ligature(at: rest), text.elementsEqual(letters.utf8) { continue }
    guard rest.starts(with: text) else { return "\(piece) is not in the source" }
    column += text.count - 1
  }
  return paragraph.endLine == line ? nil : "endLine \(paragraph.endLine), not \(line)"
}

/// The letters of the ligature that opens `bytes`, as Unicode decomposes it; nil if none does.
private func ligature(at bytes: ArraySlice<UInt8>) -> String? {
  guard bytes.starts(with: [0xEF, 0xAC]), let last = bytes.dropFirst(2).first else { return nil }
  return ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][safe: Int(last) - 0x80]
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

// MARK: From the source to the paragraph

private func firstBreach(of account: SourceAccount, _ document: Document, source: [UInt8]) -> String? {
  var offset = 0
  var texts = [[UInt8]](repeating: [], count: document.paragraphs.count)
  for run in account.runs {
    guard run.start == offset, run.end > run.start else { return "a gap at \(offset), then \(run)" }
    offset = run.end
    let bytes = source[run.start..<run.end]
    switch run.fate {
    case .kept(let paragraph): texts[paragraph] += bytes
    case .spelled(let letters, let paragraph):
      guard ligature(at: bytes) == letters, bytes.count == 3 else { return "\(run) is no ligature" }
      texts[paragraph] += Array(letters.utf8)
    case .removed(let removal):
      guard removal.describes(bytes) else {
        return "\(run) was taken out, but is `\(String(decoding: bytes, as: UTF8.self))`"
      }
    }
  }
  guard offset == source.count else { return "the account ends at \(offset) of \(source.count)" }
  for (index, (text, paragraph)) in zip(texts, document.paragraphs).enumerated()
  where !text.filter({ $0 != 0x20 }).elementsEqual(paragraph.utf8.filter { $0 != 0x20 }) {
    return "paragraph \(index + 1) is not what was kept for it"
  }
  return nil
}

extension Removal {
  /// Whether `bytes` can have been taken out for this reason. Asked of the bytes alone, not of the code that took
  /// them out.
  func describes(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = text.unicodeScalars
    let only = { (signs: String) in scalars.allSatisfy(signs.unicodeScalars.contains) }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    switch self {
    case .byteOrderMark: return bytes.elementsEqual([0xEF, 0xBB, 0xBF])
    case .frontMatter:
      let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      return [lines.first, lines.last].allSatisfy { $0.map { $0.hasPrefix("---") } ?? false }
    case .comment: return text.hasPrefix("<!--") && text.hasSuffix("-->")
    case .whiteSpace: return scalars.allSatisfy(isSpace)
    case .link: return text == "[" || text == "![" || (text.hasPrefix("](") && text.hasSuffix(")"))
    case .emphasis: return only("*_") && bytes.count <= 3
    case .tag: return text.hasPrefix("<") && text.hasSuffix(">")
    case .headingSign: return only("#") || isRule(text)
    case .quoteSign: return only("> \t")
    case .codeSign: return text.drop { $0 == " " || $0 == "\t" }.first.map { "`~".contains($0) } ?? false
    case .escape: return text == "\\"
    case .bullet: return scalars.count == 1 && !(scalars.first?.properties.isAlphabetic ?? true)
    case .rule: return isRule(text)
    case .pageNumber: return bytes.count <= 200 && scalars.contains { ("0"..."9").contains($0) || $0 == "." }
    case .runningHead: return bytes.count <= 300
    case .breakHyphen: return ["-", "\u{2010}", "\u{2011}"].contains(text)
    case .softHyphen: return text == "\u{AD}" || text == "\u{AC}"
    case .control:
      return scalars.allSatisfy {
        [.control, .format].contains($0.properties.generalCategory) || $0 == "\u{FFFC}"
      }
    case .privateUse: return scalars.allSatisfy { $0.properties.generalCategory == .privateUse }
    }
  }
}

/// Whether nothing but signs stand in a line, markup aside.
private func isRule(_ text: String) -> Bool {
  !text.replacing(/<[^<>]*>|\]\([^\n]*\)/, with: "").contains { $0.isLetter || $0.isNumber }
}
