internal import Query
internal import Segment
internal import Text

/// Documents whose date overlaps one of some intervals; one without a date passes none.
struct DateFilter {
  private let intervals: [DateInterval]

  init(_ intervals: [DateInterval]) {
    self.intervals = intervals
  }

  func passes(_ days: ClosedRange<Int32>?) -> Bool {
    guard let days else { return false }
    return intervals.contains { $0.first <= days.upperBound && days.lowerBound <= $0.last }
  }

  func passes(_ document: SegmentReader.DocumentRecord) -> Bool { passes(document.days) }
}

/// The date filters that a whole query stands under: those it is joined with by AND. They narrow the units that shares
/// are counted of.
struct QueryFilters {
  private var required: [DateFilter] = []
  private var refused: [DateFilter] = []

  init(of query: Query) {
    let operands = if case .and(let operands) = query { operands } else { [query] }
    for operand in operands {
      switch operand {
      case .dates(let intervals): required.append(DateFilter(intervals))
      case .not(.dates(let intervals)): refused.append(DateFilter(intervals))
      default: break
      }
    }
  }

  func passes(_ document: SegmentReader.DocumentRecord) -> Bool {
    required.allSatisfy { $0.passes(document) } && !refused.contains { $0.passes(document) }
  }
}
