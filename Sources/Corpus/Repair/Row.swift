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

  // Rows are many and copied often, so they are kept small; a source has at most 2 GiB.
  private var textStart32: Int32
  private var textEnd32: Int32
  private var pieceStart32: Int32
  private var sourceStart32: Int32
  private var sourceEnd32: Int32
  private var lineStart32: Int32
  private var line32: Int32
  private var leadCount32: Int32 = 0
  private var blanks8: UInt8 = 0
  private var indent8: UInt8 = 0
  private var markerCount8: UInt8 = 0
  private var level8: UInt8 = 0
  var flags: Flags = []
  var marker = Marker.none
  var opening = Opening.other
  var ending = Ending.open

  /// A row of `line` whose text begins at the end of `text`.
  init(_ line: SourceLine, at text: CleanText, blanksBefore: Int) {
    textStart32 = Int32(text.bytes.count)
    textEnd32 = textStart32
    pieceStart32 = Int32(text.pieces.count)
    sourceStart32 = Int32(line.start)
    sourceEnd32 = Int32(line.end)
    lineStart32 = Int32(line.lineStart)
    line32 = Int32(line.number)
    self.blanksBefore = blanksBefore
    if line.followsPageBreak { flags.insert(.followsPageBreak) }
  }

  /// Where the row's text begins in ``CleanText/bytes``.
  var textStart: Int {
    get { Int(textStart32) }
    set { textStart32 = Int32(newValue) }
  }
  /// Where it ends.
  var textEnd: Int {
    get { Int(textEnd32) }
    set { textEnd32 = Int32(newValue) }
  }
  /// Index in ``CleanText/pieces`` of the row's first piece.
  var pieceStart: Int { Int(pieceStart32) }
  /// The line of the source without its heading and quote signs, as offsets in the source.
  var source: Range<Int> { Int(sourceStart32)..<Int(sourceEnd32) }
  /// Offset of the editor's line, from which columns count.
  var lineStart: Int { Int(lineStart32) }
  /// Line of the source, from 1.
  var line: Int { Int(line32) }
  /// Blank lines between this row and the one before, at most 255.
  var blanksBefore: Int {
    get { Int(blanks8) }
    set { blanks8 = UInt8(min(newValue, 255)) }
  }
  /// Bytes of white space before the text, at most 255.
  var indent: Int {
    get { Int(indent8) }
    set { indent8 = UInt8(min(newValue, 255)) }
  }
  /// Bytes of bold or underlined text that open the row; 0 if none does.
  var leadCount: Int {
    get { Int(leadCount32) }
    set { leadCount32 = Int32(newValue) }
  }
  /// The level of a heading marked as one (`#`), from 1; 0 if it is not marked.
  var level: Int {
    get { Int(level8) }
    set { level8 = UInt8(newValue) }
  }
  /// Bytes of the marker that have been taken off the text's start.
  var markerCount: Int {
    get { Int(markerCount8) }
    set { markerCount8 = UInt8(newValue) }
  }

  var byteCount: Int { textEnd - textStart }
  var isBullet: Bool { marker == .bullet }
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
    let start = row.lineStart + first.column - 1
    return start..<row.lineStart + end.column - 1 + row.textEnd - end.textOffset
  }
}
