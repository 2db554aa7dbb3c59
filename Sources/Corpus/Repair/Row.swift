/// One line of the source after cleaning: visible text, single spaces, no inline markup, and what is known of it.
///
/// A row's text is a range of ``CleanText``; every later step reads rows and never the source again.
struct Row: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// A form feed or page furniture stood between this row and the one before.
    static let followsPageBreak = Flags(rawValue: 1 << 0)
    /// Nothing but links and the punctuation between them.
    static let isLink = Flags(rawValue: 1 << 1)
    /// Nothing but bold or underlined text.
    static let isStrong = Flags(rawValue: 1 << 2)
    /// A link or an emphasis of the row before goes on in this one.
    static let continuesSpan = Flags(rawValue: 1 << 3)
    /// A bullet glyph stood before the text and has been taken out.
    static let hasGlyph = Flags(rawValue: 1 << 4)
    /// A tab stands among the first bytes.
    static let isTabbed = Flags(rawValue: 1 << 5)
    /// The text that opens the row is underlined rather than bold.
    static let leadIsUnderlined = Flags(rawValue: 1 << 6)
    /// A rule (`---`) stood between this row and the one before.
    static let followsRule = Flags(rawValue: 1 << 7)
    /// A soft hyphen cut the last word and has been taken out.
    static let endsInSoftHyphen = Flags(rawValue: 1 << 8)
    /// A line of a code block: words, but no marks of any kind.
    static let isCode = Flags(rawValue: 1 << 9)
    /// The first word is the rest of the last word of the row before.
    static let continuesWord = Flags(rawValue: 1 << 10)
    /// A part of a line that is not its first: no line's end stood before it.
    static let isPart = Flags(rawValue: 1 << 11)
    /// A line of a heading that is not its first.
    static let continuesHeading = Flags(rawValue: 1 << 12)
  }

  /// Range of the row's text in ``CleanText/bytes``.
  var textStart: Int
  var textEnd: Int
  /// Index in ``CleanText/pieces`` of the row's first piece.
  var pieceStart: Int
  /// The line of the source that the row was made of.
  var source: SourceLine
  /// Blank lines between this row and the one before, at most 255.
  var blanksBefore: Int
  /// Bytes of white space before the text.
  var indent = 0
  var flags: Flags = []
  /// Bytes of bold or underlined text that open the row; 0 if none does.
  var leadCount = 0
  /// The level of a heading marked as one (`#`), from 1; 0 if it is not marked.
  var level = 0
  var marker = Marker.none
  /// Bytes of the marker that have been taken off the text's start.
  var markerCount = 0
  var opening = Opening.other
  var ending = Ending.open

  var byteCount: Int { textEnd - textStart }
  var isBullet: Bool { marker == .bullet }
  /// Line of the source, from 1.
  var line: Int { source.number }
  /// Whether the row and the one before are of one line.
  func isPart(of previous: Row) -> Bool { flags.contains(.isPart) && previous.line == line }
  /// Whether more than a line's end stood before the row: a blank line, a page's end or a rule.
  var isParted: Bool { blanksBefore > 0 || !flags.isDisjoint(with: [.followsPageBreak, .followsRule]) }
}

/// The cleaned text of all rows, one behind the other, and the way from its bytes to the source.
struct CleanText: Sendable {
  var bytes: [UInt8] = []
  /// In order of `textOffset`, which counts in `bytes`; a row begins with a piece of its own.
  var pieces: [SourcePiece] = []
  /// The texts of links, as ranges of `bytes` in order; a link that runs over a line's end is one for each line.
  var links: [Range<Int>] = []

  /// From the first to the last visible byte of a row, as offsets in the source; the row has text.
  func extent(of row: Row) -> Range<Int> {
    var last = row.pieceStart
    while last + 1 < pieces.count, pieces[last + 1].textOffset < row.textEnd { last += 1 }
    let (first, end) = (pieces[row.pieceStart], pieces[last])
    let start = row.source.lineStart + first.column - 1
    return start..<row.source.lineStart + end.column - 1 + row.textEnd - end.textOffset
  }
}
