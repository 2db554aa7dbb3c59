/// A date of the command line: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and one that exists.
///
/// The daemon decides what a date is. This is looked at here too, so that a slip of the finger starts no daemon.
package struct DateText: Equatable, Sendable {
  package let text: String
  /// The first and the last day it covers, as text of `YYYY-MM-DD`, so that they compare as the days do.
  package let first: String
  package let last: String

  /// nil for what is no date.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers[0] >= 1 else { return nil }
    let month = numbers.count > 1 ? numbers[1] : 12
    guard (1...12).contains(month) else { return nil }
    let dayCount = Self.dayCount(ofMonth: month, year: numbers[0])
    if numbers.count > 2 {
      guard (1...dayCount).contains(numbers[2]) else { return nil }
    }
    self.text = text
    self.first = text + ["-01-01", "-01", ""][numbers.count - 1]
    self.last = text + ["-12-31", "-\(dayCount)", ""][numbers.count - 1]
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
