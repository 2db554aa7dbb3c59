package import Text

extension DateInterval {
  /// The first day of ``DateInterval``'s calendar: the open end of `..2010`.
  package static let earliestDay: Int32 = 1_01_01
  /// The last day of ``DateInterval``'s calendar: the open end of `2011..`.
  package static let latestDay: Int32 = 9999_12_31
}

/// Why the value of `year:` or `date:` cannot be read.
enum DateValueError: Error, Equatable {
  case notADate
  /// The range ends before it begins.
  case reversed
}

extension DateInterval {
  /// Reads `date` or `[date]..[date]`, where a date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  ///
  /// Partial dates round outwards: `2013-09..2013-10` runs from the first of September to the last day of
  /// October. An end left out is open.
  init(queryValue text: String) throws(DateValueError) {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == dot && bytes[$0 + 1] == dot })
    else {
      self = try Self.date(bytes[...])
      return
    }
    let (start, end) = (bytes[..<dots], bytes[(dots + 2)...])
    let first = start.isEmpty ? Self.earliestDay : try Self.date(start).first
    let last = end.isEmpty ? Self.latestDay : try Self.date(end).last
    guard first <= last else { throw .reversed }
    self.init(first: first, last: last)
  }

  private static func date(_ bytes: ArraySlice<UInt8>) throws(DateValueError) -> DateInterval {
    guard let date = DateInterval(String(decoding: bytes, as: UTF8.self)) else { throw .notADate }
    return date
  }
}
