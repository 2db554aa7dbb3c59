internal import Text

/// A step of reading: do marks stand on a letter in a number that text can have?
///
/// Strings are compared and hashed in canonical order, for which all marks behind a letter are sorted by insertion: a name of a
/// hundred thousand marks would take minutes wherever it is looked up. Unicode's Stream-Safe Text Format (UAX #15, section 13) allows 30.
enum MarkCheck {
  /// The most marks in a row. No script needs a dozen; letters buried under marks for fun have some fifty.
  static let limit = 128

  /// The offset of the mark that is one too many in UTF-8 that ``UTF8Check`` has passed; nil if there is none.
  ///
  /// - Complexity: Linear.
  static func firstOffsetBeyondLimit(in bytes: Span<UInt8>) -> Int? {
    var offset = 0
    var count = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        count = 0
        offset += 1
        continue
      }
      let (scalar, byteCount) = Scalars.decode(bytes, at: offset)
      count = ScalarProperties(of: scalar).wordBreak == .extend ? count + 1 : 0
      if count > limit { return offset }
      offset += byteCount
    }
    return nil
  }
}
