/// A place where a sentence may end: a terminator with the closing marks and white space behind it, or a paragraph
/// separator.
///
/// All are offsets in bytes. Scalars without a width (Extend, Format) belong to what they follow (rule SB5).
struct SentenceStop {
  /// Where the terminator starts; where there is none, the paragraph separator.
  var start: Int
  /// Just past the terminator.
  var terminatorEnd: Int
  /// Just past the brackets and quotation marks behind the terminator.
  var closeEnd: Int
  /// Just past the white space behind those, and the paragraph separator, if there is one.
  var end: Int
  /// Whether the terminator is a full stop or of its kin (ATerm).
  var isFullStop = false
  /// Whether a paragraph separator stands at the end, so that the sentence ends here whatever the rules say.
  var endsParagraph = false

  /// Whether white space stands behind the terminator and its closing marks.
  var hasSpace: Bool { end > closeEnd }

  /// Whether closing marks stand behind the terminator.
  var hasClosingMarks: Bool { closeEnd > terminatorEnd }

  /// Whether the terminator is an ellipsis in one character (U+2026).
  func isEllipsis(in text: Span<UInt8>) -> Bool { text.scalar(at: start).value == 0x2026 }
}
