package import Segment

/// Why a query was not answered.
package enum SearchError: Error, Equatable {
  /// The time given was over; checked once per window of units.
  case deadlineExceeded
  /// The index could not be read.
  case segment(SegmentError)
  /// What is new since an earlier generation cannot be told.
  case history(HistoryError)
}
