internal import Query

extension Query {
  /// The filters that the whole query stands under, as a query of their own; nil if there is none.
  ///
  /// They are what is joined with all else by AND and asks no word: dates, and of statements who says them and how. They
  /// narrow the units that shares are counted of.
  var filters: Query? {
    if isLeaf { return nil }
    let operands = if case .and(let operands) = self { operands } else { [self] }
    return Self.all(operands.compactMap { $0.isFilter ? $0 : $0.filtersInStatement })
  }

  /// The filters of what is asked of one statement.
  private var filtersInStatement: Query? {
    guard case .inStatement(let asked) = self else { return nil }
    let operands = if case .and(let operands) = asked { operands } else { [asked] }
    return Self.all(operands.filter(\.isFilter)).map { .inStatement($0) }
  }

  private static func all(_ queries: [Query]) -> Query? {
    queries.count > 1 ? .and(queries) : queries.first
  }
}
