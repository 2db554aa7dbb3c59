package import Segment

/// Why a query was not answered.
package enum SearchError: Error, Equatable {
  /// The time given was over; looked at between windows of units, ranges and lists.
  case deadlineExceeded
  /// The index could not be read.
  case segment(SegmentError)
  /// What is new since an earlier generation cannot be told.
  case history(HistoryError)
}
