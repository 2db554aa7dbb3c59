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
  }

  /// Range of the row's text in ``CleanText/bytes``.
  var textStart: Int
  var textEnd: Int
  /// Index in ``CleanText/pieces`` of the row's first piece.
  var pieceStart: Int
  /// Line of the source, from 1.
  var line: Int
  /// Blank lines between this row and the one before, at most 255.
  var blanksBefore: Int
  /// Bytes of white space before the text.
  var indent: Int
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
}

/// The cleaned text of all rows, one behind the other, and the way from its bytes to the source.
struct CleanText: Sendable {
  var bytes: [UInt8] = []
  /// In order of `textOffset`, which counts in `bytes`; a row begins with a piece of its own.
  var pieces: [SourcePiece] = []
}
