/// A piece of a query as ``QueryLexer`` cuts it. All ranges count Unicode scalars of the query.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    /// A run of anything but white space, quotation marks and parentheses: to be analyzed.
    case word
    /// `=word`: to be taken as written.
    case exactWord
    /// `"…"`; `text` is what stands between the marks.
    case phrase
    /// A quotation mark that no other mark closes.
    case unclosedQuote
    /// `(` and `)`.
    case open, close
    /// `AND`, `OR`, and `NOT` or the `-` before a word.
    case and, or, not
    /// `NEAR`, `ADJ` or `NOTNEAR`, with the `/5`, `/s` or `/p` behind it.
    case proximity(Proximity)
    /// A field's name and its colon. The token of the value follows directly, if there is a value.
    case field(QueryField)
  }

  var kind: Kind
  /// All the token covers, marks included.
  var range: Range<Int>
  /// The words inside, without marks and suffix.
  var text: Range<Int>
  /// The `*`, `~` or `~2` at the end; nil without one.
  var suffix: Range<Int>?

  init(_ kind: Kind, _ range: Range<Int>, text: Range<Int>? = nil, suffix: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
    self.text = text ?? range
    self.suffix = suffix
  }

  /// Whether something to search for ends with this token.
  var endsOperand: Bool {
    switch kind {
    case .word, .exactWord, .phrase, .close: true
    default: false
    }
  }

  /// Whether something to search for may begin with this token.
  var beginsOperand: Bool {
    switch kind {
    case .word, .exactWord, .phrase, .open, .not, .field: true
    default: false
    }
  }

  /// Whether this token, where it follows a field's colon directly, is the field's value.
  var isValue: Bool {
    switch kind {
    case .word, .exactWord, .phrase, .open: true
    default: false
    }
  }
}
