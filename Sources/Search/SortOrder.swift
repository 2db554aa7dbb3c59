internal import Segment

/// In what order hits come.
package enum SortOrder: String, CaseIterable, Sendable {
  /// The best first.
  case relevance
  /// The earliest first.
  case dateAscending = "date"
  /// The latest first.
  case dateDescending = "-date"
}

extension SortOrder {
  /// What a hit of this score in this document is ranked by: higher comes first, equal in corpus order.
  ///
  /// Dates are intervals: one that begins earlier is earlier, of two that begin on the same day the one that ends first.
  /// Without a date a hit comes last both ways.
  func rank(score: Int, days: ClosedRange<Int32>?) -> Int {
    guard self != .relevance else { return score }
    guard let days else { return Int.min }
    let place = Int(days.lowerBound) << 32 | Int(days.upperBound)
    return self == .dateAscending ? -place : place
  }
}
