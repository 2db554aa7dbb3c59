/// Writes blocks as Markdown, one on a line, a blank line between.
///
/// Read back by the corpus, each block is a paragraph with just its text (tested on random ones); what a text has that Markdown would read
/// as a sign has a backslash before it. Bars need none: a table would need a second line.
package enum MarkdownWriter {
  /// - Complexity: Linear in the length of the text.
  package static func append(_ blocks: [Block], to output: inout [UInt8]) {
    for block in blocks {
      output.append(0x0A)
      switch block.kind {
      case .prose, .item: break
      case .bullet: output.append(contentsOf: "- ".utf8)
      case .heading(let level):
        output.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: level))
        output.append(0x20)
      }
      append(block.text, as: block.kind, to: &output)
      output.append(0x0A)
    }
  }

  private static func append(_ text: [UInt8], as kind: Block.Kind, to output: inout [UInt8]) {
    let span = text.span
    let numberEnd = kind == .prose ? endOfNumber(span) : nil
    for offset in text.indices {
      if offset == numberEnd || isSign(at: offset, of: span, kind) { output.append(UInt8(ascii: "\\")) }
      output.append(text[offset])
    }
  }

  /// Where the sign stands that makes an item of a list of `2013. That year`; nil without one.
  private static func endOfNumber(_ text: Span<UInt8>) -> Int? {
    var end = 0
    while end < min(text.count, 9), HTMLBytes.isDigit(text[end]) { end += 1 }
    guard end > 0, end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else {
      return nil
    }
    return end + 1 == text.count || text[end + 1] == 0x20 ? end : nil
  }

  private static func isSign(at offset: Int, of text: Span<UInt8>, _ kind: Block.Kind) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["): true
    case UInt8(ascii: "*"), UInt8(ascii: "_"): !isWithinWord(offset, text)
    case UInt8(ascii: "&"): offset + 1 < text.count && isReferenceByte(text[offset + 1])
    case UInt8(ascii: "#"): offset == 0 || (kind.isHeading && offset == text.count - 1)
    case UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
      offset == 0
    default: false
    }
  }

  /// `snake_case` needs no backslash.
  private static func isWithinWord(_ offset: Int, _ text: Span<UInt8>) -> Bool {
    guard offset > 0, offset + 1 < text.count else { return false }
    return isWordByte(text[offset - 1]) && isWordByte(text[offset + 1])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte)
  }

  private static func isReferenceByte(_ byte: UInt8) -> Bool { isWordByte(byte) || byte == UInt8(ascii: "#") }
}

extension Block.Kind {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
