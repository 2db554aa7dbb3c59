/// A step of repair: turns a line of the source into a ``Row`` of clean text.
///
/// White space of every kind becomes one space; markup, control characters, soft hyphens and private-use characters
/// go, and so does a bullet glyph that opens the line, which is noted. Ligatures are written in their letters; nothing
/// else is put in or replaced but spaces. All of it but white space is entered in ``ledger``.
struct RowCleaner {
  let source: [UInt8]
  private(set) var text = CleanText()
  var ledger = Ledger()
  /// The lines that hold mojibake, one for each spot.
  private(set) var mojibakeLines: [Int] = []
  private var cuts: [MarkupCut] = []
  private var cutIndex = 0
  private var openLinks = 0
  private var openStrong = 0
  private var row: Row
  /// White space has been passed since the last visible byte.
  private var owesSpace = false
  /// Where the source goes on if the text goes on without a new piece.
  private var expectedOffset = -1
  /// Where the text of the open link begins; nil before its first visible byte.
  private var linkStart: Int?
  private var hasWord = false
  private var hasWordOutsideLinks = false
  private var hasWordOutsideStrong = false

  init(_ source: [UInt8]) {
    self.source = source
    text.bytes.reserveCapacity(source.count)
    row = Row(SourceLine(start: 0, end: 0, number: 0, lineStart: 0), at: text, blanksBefore: 0)
  }

  /// Begins a block whose markup is `cuts`, in source order.
  mutating func beginBlock(cuts: [MarkupCut]) {
    self.cuts = cuts
    cutIndex = 0
    openLinks = 0
    openStrong = 0
  }

  /// Cleans a line of the block; nil if nothing is visible in it.
  mutating func clean(_ line: SourceLine, blanksBefore: Int) -> Row? {
    begin(line, blanksBefore: blanksBefore)
    var offset = line.start
    while offset < line.end {
      if cutIndex < cuts.count, cuts[cutIndex].start <= offset {
        offset = max(offset, pass(cuts[cutIndex]))
        cutIndex += 1
        continue
      }
      let limit = cutIndex < cuts.count ? min(line.end, cuts[cutIndex].start) : line.end
      offset = cleanRun(from: offset, to: limit)
    }
    return finish()
  }

  private mutating func begin(_ line: SourceLine, blanksBefore: Int) {
    row = Row(line, at: text, blanksBefore: blanksBefore)
    if openLinks + openStrong > 0 { row.flags.insert(.continuesSpan) }
    owesSpace = false
    expectedOffset = -1
    hasWord = false
    hasWordOutsideLinks = false
    hasWordOutsideStrong = false
  }

  private mutating func finish() -> Row? {
    endLinkText()
    row.textEnd = text.bytes.count
    guard row.byteCount > 0 || row.flags.contains(.hasGlyph) else { return nil }
    if hasWord, !hasWordOutsideLinks { row.flags.insert(.isLink) }
    if hasWord, !hasWordOutsideStrong { row.flags.insert(.isStrong) }
    return row
  }

  /// Notes what a cut opens or closes; returns the offset behind it.
  private mutating func pass(_ cut: MarkupCut) -> Int {
    ledger.remove(cut.start, cut.end, as: cut.removal)
    switch cut.role {
    case .linkOpen: openLinks += 1
    case .linkClose:
      endLinkText()
      openLinks = max(0, openLinks - 1)
    case .strongOpen, .underlineOpen:
      openStrong += 1
      if text.bytes.count == row.textStart, cut.role == .underlineOpen { row.flags.insert(.leadIsUnderlined) }
    case .strongClose, .underlineClose:
      openStrong = max(0, openStrong - 1)
      if openStrong == 0, row.leadCount == 0, !hasWordOutsideStrong, !row.flags.contains(.continuesSpan) {
        row.leadCount = text.bytes.count - row.textStart
      }
    case .plain: break
    case .space: owesSpace = true
    }
    return cut.end
  }

  private mutating func endLinkText() {
    if let start = linkStart { text.links.append(start..<text.bytes.count) }
    linkStart = nil
  }

  /// Cleans bytes without markup and returns where to go on.
  private mutating func cleanRun(from start: Int, to limit: Int) -> Int {
    let first = source[start]
    if first <= 0x20 {
      if first == 0x20 || (0x09...0x0D).contains(first) {
        space(first, at: start)
      } else {
        ledger.remove(start, start + 1, as: .control)
      }
      return start + 1
    }
    let end = Self.plainEnd(source.span, from: start, to: limit)
    guard end > start else { return special(at: start) }
    append(from: start, to: end)
    return end
  }

  /// The end of the run of plain bytes, and of single spaces between them, that begins at `start`.
  private static func plainEnd(_ source: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit {
      if isPlain(source[end]) {
        end += 1
      } else if source[end] == 0x20, end + 1 < limit, end > start, isPlain(source[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Bytes that are part of visible scalars whatever follows them: visible ASCII, asked first, and most others.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x21 <= 0x5D || (byte >= 0x80 && byte != 0xC2 && !(0xE1...0xE3).contains(byte) && byte < 0xEE)
  }

  /// Cleans one scalar that has to be looked at.
  private mutating func special(at offset: Int) -> Int {
    let (scalar, byteCount) = Scalars.decode(source.span, at: offset)
    let end = offset + byteCount
    if Mojibake.isSpot(source.span, at: offset, scalar: scalar, byteCount: byteCount) {
      mojibakeLines.append(row.line)
    }
    let isFirst = text.bytes.count == row.textStart
    switch ScalarClass(scalar) {
    case .visible: append(from: offset, to: end)
    case .space: space(0x20, at: offset)
    case .softHyphen: softHyphen(from: offset, to: end)
    case .notSign where isCutMark(from: offset, to: end): softHyphen(from: offset, to: end)
    case .notSign: append(from: offset, to: end)
    case .control: ledger.remove(offset, end, as: .control)
    case .bullet where isFirst, .privateUse where isFirst:
      row.flags.insert(.hasGlyph)
      ledger.remove(offset, end, as: .bullet)
    case .bullet: append(from: offset, to: end)
    case .privateUse: ledger.remove(offset, end, as: .privateUse)
    case .ligature: spell(Ligature.letters(of: scalar), from: offset, to: end)
    }
    return end
  }

  private mutating func softHyphen(from offset: Int, to end: Int) {
    ledger.remove(offset, end, as: .softHyphen)
    if !owesSpace { row.flags.insert(.endsInSoftHyphen) }
  }

  /// Whether `¬` stands where a word was cut: behind a letter, before a small one or the line's end.
  private func isCutMark(from offset: Int, to end: Int) -> Bool {
    guard !owesSpace, let last = text.bytes.last, text.bytes.count > row.textStart, last | 0x20 >= 0x61 else {
      return false
    }
    return end == row.source.upperBound || (0x61...0x7A).contains(source[end]) || source[end] >= 0xC3
  }

  private mutating func space(_ byte: UInt8, at offset: Int) {
    if text.bytes.count == row.textStart {
      row.indent += 1
    } else {
      owesSpace = true
    }
    if byte == 0x09, offset - row.source.lowerBound < 8 { row.flags.insert(.isTabbed) }
  }

  private mutating func append(from start: Int, to end: Int) {
    beginRun(at: start)
    text.bytes.append(contentsOf: source[start..<end])
    expectedOffset = end
    if Self.isWord(source[start..<end]) { noteWord() }
  }

  private mutating func noteWord() {
    hasWord = true
    if openLinks == 0 { hasWordOutsideLinks = true }
    if openStrong == 0 { hasWordOutsideStrong = true }
  }

  /// Writes a ligature in its letters, as a piece of its own.
  private mutating func spell(_ letters: StaticString, from start: Int, to end: Int) {
    expectedOffset = -1
    beginRun(at: start)
    let letters = String(describing: letters)
    text.bytes.append(contentsOf: letters.utf8)
    ledger.spell(start, end, as: letters)
    expectedOffset = -1
    noteWord()
  }

  /// Pays the space that is owed, and begins a piece unless the source goes on where the text does.
  private mutating func beginRun(at start: Int) {
    if owesSpace, text.bytes.count > row.textStart {
      text.bytes.append(0x20)
      // One plain space in the source keeps the piece going.
      expectedOffset = source[start - 1] == 0x20 && expectedOffset == start - 1 ? start : -1
    }
    owesSpace = false
    row.flags.remove(.endsInSoftHyphen)
    if openLinks > 0, linkStart == nil { linkStart = text.bytes.count }
    guard expectedOffset != start else { return }
    text.pieces.append(
      SourcePiece(
        textOffset: text.bytes.count, line: row.line, column: start - row.lineStart + 1))
  }

  /// Whether a letter or digit is among the bytes: more than punctuation.
  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }
}
