package import Query

/// A pattern that more terms match than are looked for.
package struct CutPattern: Equatable, Sendable {
  /// As it was typed: `a*`.
  package var text: String
  package var termCount: Int
  package var keptCount: Int

  package init(text: String, termCount: Int, keptCount: Int) {
    self.text = text
    self.termCount = termCount
    self.keptCount = keptCount
  }
}

extension Snapshot {
  /// The patterns of `query` that more terms match than their share (``ExpansionShares``), each once, in its order.
  package func cutPatterns(
    in query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [CutPattern] {
    var cut: [CutPattern] = []
    let shares = try ExpansionShares(of: query, in: segments, groups, options)
    for pattern in query.patterns {
      let expansion = try groups.expansion(
        of: pattern.pattern, in: segments, limit: shares.limit(of: pattern.pattern), options)
      guard expansion.isCut else { continue }
      cut.append(
        CutPattern(
          text: pattern.written, termCount: expansion.totalCount, keptCount: expansion.terms.count))
    }
    return cut
  }
}

extension QueryPattern {
  /// As a query writes it.
  fileprivate var written: String {
    switch pattern {
    case .prefix: text + "*"
    case .fuzzy(_, let edits): text + "~\(edits)"
    }
  }
}
