/// A step of repair: what stands in the text where two rows of a paragraph meet.
enum RowJoint: Equatable, Sendable {
  case space
  case nothing
  /// The hyphen of a word cut in two goes; the number says its bytes.
  case dropHyphen(byteCount: Int)
}

/// Decides joints. A word cut at its hyphen is made whole only where the whole word stands elsewhere in the document.
struct RowJoiner {
  private let text: CleanText
  private let vocabulary: HyphenVocabulary

  init(rows: [Row], text: CleanText) {
    self.text = text
    vocabulary = HyphenVocabulary(rows: rows, text: text)
  }

  func joint(_ previous: Row, _ next: Row) -> RowJoint {
    guard previous.byteCount > 0, next.byteCount > 0 else { return .nothing }
    if previous.flags.contains(.endsInSoftHyphen) || next.flags.contains(.continuesWord) { return .nothing }
    if next.flags.contains(.isCode) { return .space }
    if previous.ending == .hyphen { return hyphen(previous, next) }
    let bytes = text.bytes.span
    let (first, _) = Scalars.decode(bytes, at: next.textStart)
    if next.opening == .continuation, first != 0x2026 { return .nothing }
    let (last, count) = Scalars.decode(bytes, before: previous.textEnd)
    let standsAlone = previous.byteCount == count || bytes[previous.textEnd - count - 1] == 0x20
    switch last {
    case 0x28, 0x5B, 0x201C, 0x2018, 0xAB: return .nothing
    case 0x22, 0x27: return standsAlone ? .nothing : .space
    case 0x2F, 0x2014: return standsAlone ? .space : .nothing
    default: return .space
    }
  }

  private func hyphen(_ previous: Row, _ next: Row) -> RowJoint {
    switch next.opening {
    case .lowercase:
      let word = HyphenVocabulary.firstWord(of: next, in: text.bytes)
      // A hyphen that waits for its word: "pre- and post-conflict".
      if ["and", "or", "to", "nor"].contains(Words.lowercased(word)) { return .space }
      guard vocabulary.contains(joinOf: previous, next) else { return .nothing }
      return .dropHyphen(byteCount: text.bytes[previous.textEnd - 1] == 0x2D ? 1 : 3)
    case .uppercase, .digit, .continuation: return .nothing
    case .parenthesis, .other: return .space
    }
  }
}

/// The joined forms of all words cut at a line's hyphen, and which of them stand in the document.
struct HyphenVocabulary {
  private let text: CleanText
  private var standing: Set<String> = []

  /// - Complexity: One pass over the text if any word is cut, none otherwise.
  init(rows: [Row], text: CleanText) {
    self.text = text
    var candidates: Set<String> = []
    for (previous, next) in zip(rows, rows.dropFirst())
    where previous.ending == .hyphen && next.opening == .lowercase {
      candidates.insert(joined(previous, next))
    }
    guard !candidates.isEmpty else { return }
    findStanding(candidates, in: rows)
  }

  func contains(joinOf previous: Row, _ next: Row) -> Bool {
    !standing.isEmpty && standing.contains(joined(previous, next))
  }

  static func firstWord(of row: Row, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[row.textStart..<row.textEnd].prefix(64).prefix(while: isLetter)
  }

  private func joined(_ previous: Row, _ next: Row) -> String {
    let bytes = text.bytes
    var end = previous.textEnd - (bytes[previous.textEnd - 1] == 0x2D ? 1 : 3)
    end = max(end, previous.textStart)
    var start = end
    while start > previous.textStart, end - start < 64, Self.isLetter(bytes[start - 1]) { start -= 1 }
    return Words.lowercased(bytes[start..<end] + Self.firstWord(of: next, in: bytes))
  }

  /// Looks in each row by itself, but where a soft hyphen cuts a word: nothing stands between two of them in the text, so the last word of one and the first of the next look like one.
  private mutating func findStanding(_ candidates: Set<String>, in rows: [Row]) {
    var lengths = [Bool](repeating: false, count: 130)
    var initials = [Bool](repeating: false, count: 256)
    for word in candidates {
      lengths[min(word.utf8.count, 129)] = true
      if let initial = word.utf8.first { initials[Int(initial)] = true }
    }
    let bytes = text.bytes
    for run in Self.runs(of: rows) {
      var offset = run.lowerBound
      while offset < run.upperBound {
        var end = offset
        while end < run.upperBound, Self.isLetter(bytes[end]) { end += 1 }
        if end - offset < 129, end > offset, lengths[end - offset], initials[Int(Self.folded(bytes[offset]))]
        {
          let word = Words.lowercased(bytes[offset..<end])
          if candidates.contains(word) { standing.insert(word) }
        }
        offset = end + 1
      }
    }
  }

  /// The rows' text, those as one between which a word goes on for certain.
  private static func runs(of rows: [Row]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var goesOn = false
    for row in rows {
      if let last = runs.last, goesOn || row.flags.contains(.continuesWord), last.upperBound == row.textStart
      {
        runs[runs.count - 1] = last.lowerBound..<row.textEnd
      } else {
        runs.append(row.textStart..<row.textEnd)
      }
      goesOn = row.flags.contains(.endsInSoftHyphen)
    }
    return runs
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}
