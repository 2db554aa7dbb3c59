package import Query

extension Snapshot {
  /// Why a unit has its score for a query, or why it does not match.
  ///
  /// - Parameters:
  ///   - id: `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  ///   - options: Their level is that of the id, whatever they say.
  /// - Complexity: As many times as the query has leaves in the unit, what it takes to look for them in it; and O(*d*) for *d* documents of
  ///   the index.
  package func explain(
    _ id: String, _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> ExplainOutcome {
    switch try place(ofUnit: id, options) {
    case .unknown(let reason): return .unknown(reason)
    case .found(let place):
      var options = options
      options.level = place.level
      return .explained(
        try Explainer(query, in: self, options)
          .explanation(of: place.unit, inSegment: place.segment, id: id))
    }
  }

  /// Tells of hits, which are those of `entries`, why they have their scores.
  func explain(
    _ hits: inout [Hit], _ entries: ArraySlice<TopHits.Entry>, for query: Query, _ options: SearchOptions
  ) throws(SearchError) {
    let explainer = try Explainer(query, in: self, options)
    for (index, entry) in entries.enumerated() {
      hits[index].explanation = try explainer.explanation(
        of: entry.unit, inSegment: entry.segment, id: hits[index].id)
    }
  }
}

/// What ``Snapshot/explain(_:_:_:)`` gives.
package enum ExplainOutcome: Sendable, Equatable {
  case explained(Explanation)
  case unknown(UnknownUnit)
}
