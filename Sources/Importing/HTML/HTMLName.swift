/// The names of elements, by what they mean for a text.
enum HTMLName {
  /// Elements of other languages, in which `/>` ends an element.
  static let foreign: Set<String> = ["svg", "math"]

  /// Elements without an end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]

  /// Elements that are no part of what a document says. `header`, `footer` and `form` are so only in some places.
  static let leftOut: Set<String> = [
    "applet", "aside", "audio", "button", "canvas", "dialog", "iframe", "nav", "noembed", "noframes",
    "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
  ]

  /// Elements that begin a paragraph and end one. Cells of tables are not among them.
  static let block: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "hr",
    "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search",
    "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "xmp",
  ]

  /// The level of `h1` to `h6`; nil for other names.
  static func headingLevel(of name: String) -> Int? {
    let bytes = Array(name.utf8)
    guard bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) else {
      return nil
    }
    return Int(bytes[1] - 0x30)
  }

  /// Elements that end where another of some kind begins: a paragraph at any block, an item at the next one.
  static func isEnded(_ name: String, by next: String) -> Bool {
    switch name {
    case "p": block.contains(next) || headingLevel(of: next) != nil
    case "li": next == "li"
    case "dt", "dd": next == "dt" || next == "dd"
    case "td", "th": next == "td" || next == "th" || next == "tr"
    case "tr": next == "tr" || next == "tbody" || next == "tfoot"
    default: false
    }
  }
}

/// The elements whose open tags ``HTMLRenderer`` remembers: what may be chosen or stand around what is chosen.
enum HTMLContainer: UInt8, CaseIterable, Sendable {
  case article, blockquote, center, dd, details, div, dl, fieldset, figure, form, header, footer, listing,
    main
  case menu, ol, pre, section, table, ul

  /// Each by the name of its element.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
