/// A piece of an HTML source, as ``HTMLTokenizer`` cuts it. Ranges count bytes of the source.
enum HTMLToken: Equatable, Sendable {
  /// Characters as they stand, among them references such as `&amp;`.
  case text(Range<Int>)
  /// Characters in which a reference means nothing.
  case rawText(Range<Int>)
  case startTag(HTMLTag)
  case endTag(name: String)
}

/// A start tag: its name in small letters, and of its attributes those that an import looks at.
struct HTMLTag: Equatable, Sendable {
  var name: String
  /// Whether `/>` ends it, which means something only where ``HTMLTokenizer`` says so.
  var isSelfClosing = false
  /// Values as they stand in the source; an attribute without a value has an empty one, one given twice its first.
  var attributes: [HTMLAttribute: Range<Int>] = [:]
}

/// The attributes that an import looks at.
enum HTMLAttribute: String, CaseIterable, Sendable {
  case charset, content, datetime, hidden, lang, name, property, start, type, value
  case httpEquiv = "http-equiv"
  case xmlLang = "xml:lang"

  /// The longest name, in bytes.
  static let mostBytes = 10
}
