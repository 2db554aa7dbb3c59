internal import Corpus
internal import Text

/// Dates as files write them in their metadata.
enum WrittenDate {
  /// `2013`, `2013-09`, `2013/9/11`, `20130911`, `2013-09-11T10:00:00Z`, `11 September 2013`; nil for what could mean two days.
  static func read(_ text: String) -> DateInterval? {
    let bytes = Array(text.utf8)
    let figures = bytes.prefix { HTMLBytes.isDigit($0) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
    let isWhole = figures.count == bytes.count || [0x20, 0x54, 0x2C].contains(bytes[figures.count])
    if isWhole, let date = fromFigures(figures) { return date }
    return DateFinder.first(in: bytes[...])?.date
  }

  /// A year first, then perhaps a month and a day.
  private static func fromFigures(_ figures: ArraySlice<UInt8>) -> DateInterval? {
    var parts = figures.split { !HTMLBytes.isDigit($0) }
    if parts.count == 1, parts[0].count == 8 {
      parts = [parts[0].prefix(4), parts[0].dropFirst(4).prefix(2), parts[0].suffix(2)]
    }
    guard parts.count <= 3, parts.first?.count == 4 else { return nil }
    let padded = parts.map {
      (String(repeating: "0", count: max(0, 2 - $0.count))) + String(decoding: $0, as: UTF8.self)
    }
    return DateInterval(padded.joined(separator: "-"))
  }
}
