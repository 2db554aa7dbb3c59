internal import Query

/// How many terms each pattern of a query may stand for: together at most ``limit``.
///
/// Patterns that need less than an equal share have what they need; the others share the rest equally, what cannot be divided going to
/// those that match the most, the last of them in the query. Each has its most frequent terms (``Expansion``). A pattern that stands
/// twice in a query counts once.
struct ExpansionShares {
  /// The most terms for which the patterns of a query stand, all together.
  static let limit = 1_024

  /// Of patterns that have less than they need.
  private var shares: [TermPattern: Int] = [:]

  init(
    of query: Query, in segments: [OpenSegment], _ groups: TermGroups, _ options: SearchOptions
  ) throws(SearchError) {
    let patterns = query.patterns.map(\.pattern)
    // One alone has all, and need not be looked up for that.
    guard patterns.count > 1 else { return }
    var needs: [(pattern: TermPattern, count: Int)] = []
    for pattern in patterns where !needs.contains(where: { $0.pattern == pattern }) {
      let expansion = try groups.expansion(of: pattern, in: segments, limit: Self.limit, options)
      needs.append((pattern, expansion.totalCount))
    }
    let counts = Self.shares(of: needs.map(\.count), limit: Self.limit)
    for (need, count) in zip(needs, counts) where count < need.count { shares[need.pattern] = count }
  }

  /// The most terms for which `pattern`, which is one of the query, stands.
  func limit(of pattern: TermPattern) -> Int { shares[pattern] ?? Self.limit }

  /// `limit` divided between those who need so much each.
  static func shares(of needs: [Int], limit: Int) -> [Int] {
    var shares = needs
    var rest = limit
    let byNeed = needs.indices.sorted { (needs[$0], $0) < (needs[$1], $1) }
    for (place, index) in byNeed.enumerated() {
      shares[index] = min(needs[index], rest / (needs.count - place))
      rest -= shares[index]
    }
    return shares
  }
}

extension Query {
  /// Every different pattern that the query looks for in the text, in its order.
  var patterns: [QueryPattern] {
    var patterns: [QueryPattern] = []
    forEachNode { node in
      if case .pattern(let pattern) = node, !patterns.contains(pattern) { patterns.append(pattern) }
    }
    return patterns
  }
}
