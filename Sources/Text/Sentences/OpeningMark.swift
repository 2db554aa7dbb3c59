/// Marks that open a bracket or a quotation, and so stand at the start of what follows them.
///
/// The straight quotation marks are none: nothing but their neighbours tells what they do.
enum OpeningMark {
  /// Whether one stands at `offset`. A quotation mark with white space behind it opens nothing.
  static func stands(at offset: Int, in text: Span<UInt8>) -> Bool {
    let mark = text.scalar(at: offset)
    guard isOpening(mark.value) else { return false }
    let next = offset + mark.byteCount
    return mark.byteCount == 1 || (next < text.count && text.endOfWhiteSpace(from: next) == next)
  }

  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201A, 0x201C, 0x201E: true  // ( [ { ‘ ‚ “ „
    default: false
    }
  }
}
