/// The warnings of one query while it is read.
struct QueryWarningLog {
  private var warnings: [QueryWarning] = []

  /// Notes a warning about `range`; a run of places with the same fault, as `))))`, is one warning, and of the same place
  /// only the first is kept.
  mutating func add(_ message: String, hint: String? = nil, at range: Range<Int>) {
    if let last = warnings.last, (last.start, last.end) == (range.lowerBound, range.upperBound) {
      // What is wrong with it was said.
      return
    } else if let last = warnings.last, last.end == range.lowerBound, last.message == message {
      warnings[warnings.count - 1].end = range.upperBound
    } else {
      warnings.append(
        QueryWarning(
          message: message, hint: hint, start: range.lowerBound, end: range.upperBound))
    }
  }

  var isEmpty: Bool { warnings.isEmpty }

  /// The warnings in the order of the query.
  ///
  /// Of more than ``QueryWarning/limit`` the last are left out; the last one kept says how many are missing.
  consuming func sorted() -> [QueryWarning] {
    var kept = warnings.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    if kept.count > QueryWarning.limit {
      kept.removeSubrange(QueryWarning.limit...)
      let omittedCount = warnings.count - kept.count
      kept[kept.count - 1].message += " (and \(omittedCount) more places)"
    }
    return kept
  }
}
