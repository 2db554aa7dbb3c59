internal import Text

/// Ranges of days as the speaker table and `speakers.yaml` write them: `1946..1952-11`, `..1989`, `2017-01-01..`.
///
/// An end may be a year, a month or a day and is itself part of the range; an end that is left out is open.
enum Period {
  static let firstDay: Int32 = 1_01_01
  static let lastDay: Int32 = 9999_12_31

  /// The range that `text` writes; nil if it is none.
  static func read(_ text: some StringProtocol) -> DateInterval? {
    guard let dots = dots(in: text) else { return nil }
    let from = text[..<dots.lowerBound]
    let to = text[dots.upperBound...]
    guard !(from.isEmpty && to.isEmpty), let first = from.isEmpty ? firstDay : DateInterval(from)?.first,
      let last = to.isEmpty ? lastDay : DateInterval(to)?.last, first <= last
    else { return nil }
    return DateInterval(first: first, last: last)
  }

  private static func dots<Text: StringProtocol>(in text: Text) -> Range<Text.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if next < text.endIndex, text[index] == ".", text[next] == "." {
        return index..<text.index(after: next)
      }
      index = next
    }
    return nil
  }
}

extension DateInterval {
  /// Whether any day is in both.
  func overlaps(_ other: DateInterval) -> Bool { first <= other.last && other.first <= last }
}
