import Wire

/// Every method this daemon answers, by name.
struct MethodTable: Sendable {
  private let records: [String: MethodRecord]

  init(limits: Limits) {
    let records = [
      MethodRecord.immediate(.hello, hello),
      .immediate(.status, status),
      .immediate(.stop, stop),
      MethodRecord(name: Method.reload.name) { request throws(WireError) in
        _ = try NoParameters(of: request)
        return .reload
      },
      MethodRecord(name: Method.check.name) { request throws(WireError) in
        _ = try NoParameters(of: request)
        return .check
      },
      .query(.search, limits: limits, search),
      .query(.first, limits: limits, first),
      .query(.kwic, limits: limits, kwic),
      .query(.count, limits: limits, count),
      .query(.trend, limits: limits, trend),
      .query(.facet, limits: limits, facet),
      .query(.get, limits: limits, get),
      .query(.cite, limits: limits, cite),
      .query(.suggest, limits: limits, suggest),
      .query(.explain, limits: limits, explain),
    ]
    self.records = Dictionary(uniqueKeysWithValues: records.map { ($0.name, $0) })
  }

  /// The methods' names, sorted.
  var names: [String] { records.keys.sorted() }

  subscript(name: String) -> MethodRecord? { records[name] }
}
