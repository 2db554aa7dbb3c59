/// Small questions about the words of a row.
enum Words {
  /// Words that no heading and no name ends with: something has to follow them.
  private static let open: Set<String> = [
    "a", "an", "the", "of", "and", "or", "nor", "to", "in", "on", "at", "by", "for", "from", "with",
    "without", "into",
    "onto", "upon", "under", "over", "between", "among", "through", "against", "towards", "toward", "within",
    "via", "per",
    "as", "than", "that", "which", "who", "whose", "whom", "while", "whilst", "because", "although", "though",
    "if",
    "including", "namely", "where", "when", "is", "are", "was", "were", "be", "been", "has", "have", "had",
    "its",
    "their", "his", "her", "our", "your", "this", "these", "those", "such", "not", "no", "both", "also",
    "but", "said",
    "noted", "stated", "stressed", "called", "mr", "mrs", "ms", "dr", "however", "regarding", "concerning",
    "during",
    "since", "until", "would", "should", "could", "he", "she", "they", "we",
  ]

  /// Whether the row's last word calls for another one.
  static func endsOpen(_ row: Row, in text: CleanText) -> Bool {
    let bytes = text.bytes
    var end = row.textEnd
    while end > row.textStart, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var start = end
    while start > row.textStart, end - start < 14, bytes[start - 1] != 0x20, bytes[start - 1] != 0x28 {
      start -= 1
    }
    if end > row.textStart, [0x28, 0x5B, 0x2F].contains(bytes[end - 1]) { return true }
    if end - row.textStart >= 3, bytes[end - 3..<end].elementsEqual([0xE2, 0x80, 0x98]) { return true }
    return open.contains(lowercased(bytes[start..<end]))
  }

  static func lowercased(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The words of rows that stand one behind the other, split at spaces.
  static func split(_ rows: ArraySlice<Row>, in text: CleanText) -> [ArraySlice<UInt8>] {
    rows.flatMap { text.bytes[$0.textStart..<$0.textEnd].split(separator: 0x20) }
  }
}
