/// Why a run of the source is not in a paragraph's text.
package enum Removal: UInt8, Sendable, CaseIterable {
  case byteOrderMark
  /// The YAML at the top of a Markdown file, with its `---` lines.
  case frontMatter
  /// `<!-- … -->` in Markdown.
  case comment
  /// Spaces beyond one, tabs, line ends, form feeds: a single space stands in the text where one is needed.
  case whiteSpace
  /// `[` and `](target)` around a link's text.
  case link
  /// `*`, `**` or `_` around words.
  case emphasis
  /// `<u>`, `<br>` and their kin.
  case tag
  /// `#` before a heading, or the line of `=` or `-` under one.
  case headingSign
  /// `>` before a quoted line of Markdown.
  case quoteSign
  /// The backticks around code, or a line that opens or closes a block of it.
  case codeSign
  /// The backslash that takes the meaning from a sign of Markdown.
  case escape
  /// `-`, `•` or a glyph before a list item.
  case bullet
  /// A line of `---`, `___` or `***`.
  case rule
  /// A page's number, with the printer's job number, the document's symbol or the date beside it.
  case pageNumber
  /// The line that a printed document repeats at the head or foot of its pages.
  case runningHead
  /// The hyphen of a word cut at the end of a line or page, which stands uncut elsewhere in the document.
  case breakHyphen
  case softHyphen
  /// A character without a shape.
  case control
  /// A private-use character.
  case privateUse
}
