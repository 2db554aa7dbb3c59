/// Adds up what stands in each year.
///
/// Units come in corpus order, many of one year behind each other, so the row of the year that was last is at hand.
struct YearTally {
  private var others: [Int?: TrendRow] = [:]
  private var current: TrendRow?

  mutating func add(
    to year: Int?, hits: Int = 0, units: Int = 0, occurrences: Int = 0, tokens: Int = 0
  ) {
    if current == nil || current?.year != year {
      if let current { others[current.year] = current }
      current = others[year] ?? TrendRow(year: year)
    }
    current?.hits += hits
    current?.units += units
    current?.occurrences? += occurrences
    current?.tokens += tokens
  }

  /// The row of each year that was added to.
  var rows: [Int?: TrendRow] {
    var rows = others
    if let current { rows[current.year] = current }
    return rows
  }
}

extension TrendRow {
  /// A year with nothing in it.
  init(year: Int?) {
    self.init(year: year, hits: 0, units: 0, occurrences: 0, tokens: 0)
  }
}
