/// Step 4 of reading: turns a line of the source into a ``Row`` of clean text.
///
/// White space of every kind becomes one space, markup goes, control characters, soft hyphens and private-use
/// characters go, a bullet glyph that opens the line is noted and goes. Nothing is ever put in or replaced but spaces.
struct RowCleaner {
  let source: [UInt8]
  private(set) var text = CleanText()
  private var cuts: [MarkupCut] = []
  private var cutIndex = 0
  private var openLinks = 0
  private var openStrong = 0
  private var row = Row(textStart: 0, textEnd: 0, pieceStart: 0, line: 0, blanksBefore: 0, indent: 0)
  private var line = SourceLine(start: 0, end: 0, number: 0, lineStart: 0)
  /// White space has been passed since the last visible byte.
  private var owesSpace = false
  /// Where the source goes on if the text goes on without a new piece.
  private var expectedOffset = -1
  private var visibleOutsideLinks = 0
  private var visibleOutsideStrong = 0

  init(_ source: [UInt8]) {
    self.source = source
    text.bytes.reserveCapacity(source.count)
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
    self.line = line
    row = Row(
      textStart: text.bytes.count, textEnd: 0, pieceStart: text.pieces.count, line: line.number,
      blanksBefore: min(blanksBefore, 255), indent: 0)
    if line.followsPageBreak { row.flags.insert(.followsPageBreak) }
    if openLinks + openStrong > 0 { row.flags.insert(.continuesSpan) }
    owesSpace = false
    expectedOffset = -1
    visibleOutsideLinks = 0
    visibleOutsideStrong = 0
  }

  private mutating func finish() -> Row? {
    row.textEnd = text.bytes.count
    guard row.byteCount > 0 || row.flags.contains(.hasGlyph) else { return nil }
    if row.byteCount > 0, visibleOutsideLinks == 0 { row.flags.insert(.isLink) }
    if row.byteCount > 0, visibleOutsideStrong == 0 { row.flags.insert(.isStrong) }
    return row
  }

  /// Notes what a cut opens or closes; returns the offset behind it.
  private mutating func pass(_ cut: MarkupCut) -> Int {
    switch cut.role {
    case .linkOpen: openLinks += 1
    case .linkClose: openLinks = max(0, openLinks - 1)
    case .strongOpen, .underlineOpen:
      openStrong += 1
      if text.bytes.count == row.textStart, cut.role == .underlineOpen { row.flags.insert(.leadIsUnderlined) }
    case .strongClose, .underlineClose:
      openStrong = max(0, openStrong - 1)
      if openStrong == 0, row.leadCount == 0, visibleOutsideStrong == 0, !row.flags.contains(.continuesSpan) {
        row.leadCount = text.bytes.count - row.textStart
      }
    case .plain: break
    case .space: owesSpace = true
    }
    return cut.end
  }

  /// Cleans bytes without markup and returns where to go on.
  private mutating func cleanRun(from start: Int, to limit: Int) -> Int {
    let first = source[start]
    if first <= 0x20 {
      if first == 0x20 || (0x09...0x0D).contains(first) { space(first, at: start) }
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

  /// Bytes that are part of visible scalars whatever follows them.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != 0xC2 && !(0xE1...0xE3).contains(byte) && byte < 0xEE
  }

  /// Cleans one scalar that has to be looked at.
  private mutating func special(at offset: Int) -> Int {
    let (scalar, byteCount) = Scalars.decode(source.span, at: offset)
    let end = offset + byteCount
    let isFirst = text.bytes.count == row.textStart
    switch ScalarClass(scalar) {
    case .visible: append(from: offset, to: end)
    case .space: space(0x20, at: offset)
    case .dropped:
      if scalar == 0xAD, !owesSpace { row.flags.insert(.endsInSoftHyphen) }
    case .bullet where isFirst, .privateUse where isFirst: row.flags.insert(.hasGlyph)
    case .bullet: append(from: offset, to: end)
    case .privateUse: break
    }
    return end
  }

  private mutating func space(_ byte: UInt8, at offset: Int) {
    if text.bytes.count == row.textStart {
      row.indent += 1
    } else {
      owesSpace = true
    }
    if byte == 0x09, offset - line.start < 8 { row.flags.insert(.isTabbed) }
  }

  private mutating func append(from start: Int, to end: Int) {
    if owesSpace, text.bytes.count > row.textStart {
      text.bytes.append(0x20)
      // One plain space in the source keeps the piece going.
      expectedOffset = source[start - 1] == 0x20 && expectedOffset == start - 1 ? start : -1
    }
    owesSpace = false
    row.flags.remove(.endsInSoftHyphen)
    if expectedOffset != start {
      text.pieces.append(
        SourcePiece(textOffset: text.bytes.count, line: line.number, column: start - line.lineStart + 1))
    }
    text.bytes.append(contentsOf: source[start..<end])
    expectedOffset = end
    if openLinks == 0 { visibleOutsideLinks += RowCleaner.wordBytes(source[start..<end]) }
    if openStrong == 0 { visibleOutsideStrong += RowCleaner.wordBytes(source[start..<end]) }
  }

  /// 1 if a letter, a digit or a parenthesis is among the bytes: enough to say that more than punctuation is there.
  private static func wordBytes(_ bytes: ArraySlice<UInt8>) -> Int {
    for byte in bytes
    where byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) {
      return 1
    }
    return 0
  }
}
