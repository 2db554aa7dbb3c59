/// A place where a sentence may end: a terminator with the closing marks and white space behind it, or a
/// paragraph's end.
///
/// All are offsets in bytes. Scalars without a width (Extend, Format) belong to what they follow (rule SB5).
struct SentenceStop: Equatable {
  /// Where the terminator starts; of a paragraph's end without one, where the separator does.
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
}
