/// The running head of a meeting's record: `General Assembly 22nd meeting`, `6 General Assembly - Forty-eighth session`,
/// `Forty-eighth session - 12 October 1993 3`.
enum MeetingHead: Equatable, Sendable {
  /// A body and the meeting's or session's number.
  case plain
  /// The same, or a session and its date, with a page's number at one end.
  case withPageNumber

  private static let bodies: Set<String> = [
    "general", "assembly", "security", "council", "economic", "social", "and",
  ]
  private static let meetings: Set<String> = [
    "session", "sessions", "meeting", "meetings", "plenary", "special",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// Nil if any other word stands in the row.
  init?(_ row: Row, in text: CleanText) {
    guard row.byteCount >= 16, row.byteCount <= 80, row.level == 0,
      Self.mayBe(text.bytes[row.textStart..<row.textEnd])
    else { return nil }
    let words = text.bytes[row.textStart..<row.textEnd].split(separator: 0x20).filter {
      $0.contains(where: Self.isWord)
    }
    guard (3...12).contains(words.count) else { return nil }
    var seen: Set<Part> = []
    for word in words {
      guard let part = Part(word) else { return nil }
      seen.insert(part)
    }
    guard seen.contains(.meeting), seen.contains(.ordinal) else { return nil }
    let edges = [words[0], words[words.count - 1]].filter { $0.count <= 3 && Part($0) == .figures }
    // A date's day may open the row, its year has four figures.
    let hasNumber = edges.count == 1 && (seen.contains(.body) || seen.contains(.month))
    guard hasNumber || seen.contains(.body) else { return nil }
    self = hasNumber ? .withPageNumber : .plain
  }

  /// Whether the row's ends allow it, so that few rows have to be read: a capital or a figure, and a figure or a
  /// meeting.
  private static func mayBe(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first < 0x5B else { return false }
    return (0x30...0x39).contains(last) || bytes.suffix(7).elementsEqual("meeting".utf8)
      || bytes.suffix(7).elementsEqual("session".utf8) || bytes.suffix(8).elementsEqual("Meetings".utf8)
  }

  private enum Part: Hashable {
    case body, meeting, month, ordinal, figures

    init?(_ bytes: ArraySlice<UInt8>) {
      let word = Words.lowercased(bytes.filter(MeetingHead.isWord)[...])
      // Scans read the figure one as the letter l.
      if word.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "l") }) {
        self = .figures
      } else if bodies.contains(word) {
        self = .body
      } else if meetings.contains(word) {
        self = .meeting
      } else if months.contains(word) {
        self = .month
      } else if MeetingHead.isOrdinal(word) {
        self = .ordinal
      } else {
        return nil
      }
    }
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "teenth", "tieth",
  ]

  /// `22nd`, `fiftieth`, `fortyeighth`: its end tells.
  private static func isOrdinal(_ word: String) -> Bool {
    ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
      && (word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
        || ordinals.contains { word.hasSuffix($0) })
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
