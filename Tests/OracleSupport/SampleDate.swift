import TestSupport

/// A date as it may be written: a year, a month or a day, and the days it covers.
package struct SampleDate: Sendable, Equatable {
  /// `2013`, `2013-09` or `2013-09-11`.
  package var text: String
  /// `yyyymmdd`.
  package var days: ClosedRange<Int>

  package var year: Int { days.lowerBound / 10_000 }

  /// All the years that dates are drawn from.
  static let years = 2008...2014

  /// A date in ``years``: a year, a month or a day.
  init(using generator: inout SeededGenerator) {
    let year = Int.random(in: Self.years, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let monthStart = year * 10_000 + month * 100
    let dayCount = Self.dayCount(ofMonth: month, year: year)
    let monthText = "\(year)-" + Self.twoDigits(month)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      text = "\(year)"
      days = year * 10_000 + 101...year * 10_000 + 1231
    case 1:
      text = monthText
      days = monthStart + 1...monthStart + dayCount
    default:
      let day = Int.random(in: 1...dayCount, using: &generator)
      text = monthText + "-" + Self.twoDigits(day)
      days = monthStart + day...monthStart + day
    }
  }

  /// One day, `yyyymmdd`.
  init(day: Int) {
    text = "\(day / 10_000)-\(Self.twoDigits(day / 100 % 100))-\(Self.twoDigits(day % 100))"
    days = day...day
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    // In the years that are drawn, every fourth is a leap year.
    case 2: year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
