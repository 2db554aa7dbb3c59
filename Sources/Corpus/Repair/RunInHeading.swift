/// A step of repair: the heading that opens a paragraph and runs on into its first sentence.
///
/// The words stay in the paragraph; they only name a sub-section. Underlined words are one, bold words if a colon or
/// a full stop ends them. Plain words are one only below a heading, where they are few, hold no verb, and a colon
/// ends them, or a full stop does and a sibling opens the same way.
struct RunInHeading {
  let rows: [Row]
  let text: CleanText

  private static let mostWords = 8

  /// The heading that a mark of the source shows; nil if none does.
  func marked(_ unit: Unit) -> String? {
    let row = rows[unit.rows.lowerBound]
    guard unit.kind == .prose, row.leadCount > 1, row.leadCount <= 160,
      unit.rows.count > 1 || row.leadCount < row.byteCount
    else { return nil }
    let lead = text.bytes[row.textStart..<row.textStart + row.leadCount]
    let follows = row.leadCount < row.byteCount ? text.bytes[row.textStart + row.leadCount] : 0x20
    let isEnded = [0x3A, 0x2E].contains(lead[lead.endIndex - 1]) || follows == 0x3A
    guard row.flags.contains(.leadIsUnderlined) || isEnded else { return nil }
    let words = lead.split(separator: 0x20)
    return words.count <= 2 * Self.mostWords ? name(lead) : nil
  }

  /// The plain words before a colon.
  func beforeColon(_ unit: Unit) -> String? { plain(unit, sign: 0x3A) }

  /// The plain words before a full stop.
  func beforeStop(_ unit: Unit) -> String? { plain(unit, sign: 0x2E) }

  private func plain(_ unit: Unit, sign: UInt8) -> String? {
    let row = rows[unit.rows.lowerBound]
    guard unit.kind == .prose, row.marker == .none, row.opening == .uppercase, !row.flags.contains(.isLink)
    else { return nil }
    let bytes = text.bytes[row.textStart..<row.textEnd].prefix(100)
    guard let end = bytes.firstIndex(where: { [0x3A, 0x2E, 0x3B, 0x21, 0x3F].contains($0) }),
      bytes[end] == sign,
      end + 2 < row.textEnd, bytes.endIndex > end + 2, bytes[end + 1] == 0x20,
      RowEdges.opening(of: text.bytes.span, from: end + 2, to: row.textEnd) == .uppercase
    else { return nil }
    let words = bytes[..<end].split(separator: 0x20)
    let limit = sign == 0x2E ? 5 : Self.mostWords
    guard words.count <= limit, !bytes[..<end].contains(0x2C), !bytes[..<end].contains(0x28) else {
      return nil
    }
    guard !words.contains(where: { Self.sentenceWords.contains(Words.lowercased($0)) }) else { return nil }
    return name(bytes[..<end])
  }

  private func name(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, [0x3A, 0x2E, 0x20].contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Words that make a sentence, a speaker or a salutation of what stands before the sign.
  private static let sentenceWords: Set<String> = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would",
    "shall", "should",
    "must", "may", "might", "can", "cannot", "could", "let", "i", "we", "you", "he", "she", "it", "they",
    "this", "that",
    "these", "those", "there", "who", "said", "says", "say", "quote", "not", "mr", "mrs", "ms", "madam", "dr",
    "sir",
    "president", "secretary-general", "chairman", "chair", "chairperson", "minister", "ambassador",
    "excellency",
    "excellencies", "thank", "thanks", "example", "first", "second", "third", "finally",
  ]
}
