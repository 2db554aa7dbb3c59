/// A date as people write it: a day, a month or only a year, kept as the days it covers.
///
/// Days are integers `yyyymmdd` (2013-09-11 is 20130911), so that comparing integers compares days.
/// `2013` covers 20130101 through 20131231. Years run from 1 to 9999, in the Gregorian calendar.
package struct DateInterval: Hashable, Sendable, CustomStringConvertible {
  /// The first day covered, `yyyymmdd`.
  package let first: Int32
  /// The last day covered, `yyyymmdd`; not before `first`.
  package let last: Int32

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, also for a day that does not exist.
  package init?(_ text: some StringProtocol) {
    var numbers: [Int32] = []
    for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
      guard part.count == (numbers.isEmpty ? 4 : 2), numbers.count < 3 else { return nil }
      var number: Int32 = 0
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int32(byte - 0x30)
      }
      numbers.append(number)
    }
    let year = numbers[0]
    guard year >= 1 else { return nil }
    guard numbers.count > 1 else {
      self.init(first: year * 10_000 + 101, last: year * 10_000 + 1231)
      return
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    let dayCount = Self.dayCount(ofMonth: month, year: year)
    let monthStart = year * 10_000 + month * 100
    guard numbers.count > 2 else {
      self.init(first: monthStart + 1, last: monthStart + dayCount)
      return
    }
    guard (1...dayCount).contains(numbers[2]) else { return nil }
    self.init(first: monthStart + numbers[2], last: monthStart + numbers[2])
  }

  /// The interval from `first` to `last`, both `yyyymmdd`, not checked against the calendar.
  package init(first: Int32, last: Int32) {
    precondition(first <= last)
    self.first = first
    self.last = last
  }

  /// The year of the first day.
  package var year: Int { Int(first / 10_000) }

  /// `2013`, `2013-09` or `2013-09-11`; two such with `..` between when the days are neither a year, a month nor a day.
  package var description: String {
    let day = Self.text(first)
    for candidate in [day.prefix(4), day.prefix(7), day[...]] where DateInterval(candidate) == self {
      return String(candidate)
    }
    return day + ".." + Self.text(last)
  }

  /// `yyyymmdd` as `YYYY-MM-DD`, whether there is such a day or not.
  private static func text(_ day: Int32) -> String {
    [padded(day / 10_000, 4), padded(day / 100 % 100, 2), padded(day % 100, 2)].joined(separator: "-")
  }

  private static func dayCount(ofMonth month: Int32, year: Int32) -> Int32 {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int32, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
