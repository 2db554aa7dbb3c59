extension Unicode.Scalar {
  /// Whether this separates words in a query: White_Space of Unicode, spelled out because the standard
  /// library's table may change with the toolchain.
  var isQuerySpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether this opens or closes a phrase: `"`, or one of the marks word processors make of it, `“ ” „ ‟`.
  var isQueryQuote: Bool {
    value == 0x22 || (0x201C...0x201F).contains(value)
  }

  var isQueryParenthesis: Bool { self == "(" || self == ")" }

  /// Whether this ends a run of text.
  var endsQueryRun: Bool { isQuerySpace || isQueryQuote || isQueryParenthesis }

  /// Whether this is a mark that may follow a word's own marks: `prevent*, disarm*.`
  var endsQueryClause: Bool { [",", ".", ";", ":", "!", "?"].contains(self) }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
