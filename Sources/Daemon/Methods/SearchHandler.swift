import Query
import Search
import Wire

/// `search`: the best units, or the earliest or latest, a page at a time.
@Sendable func search(_ parameters: SearchParameters, _ context: QueryContext) throws(WireError)
  -> SearchReply
{
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  let cursor = try parameters.cursor.map { text throws(WireError) in try Cursor(text) }
  if let cursor, cursor.generation != context.index.generation {
    throw WireError(
      code: WireError.Code.indexChanged,
      message: "the index has changed since the cursor was given (generation \(cursor.generation), now "
        + "\(context.index.generation)); search again without the cursor")
  }
  var options = try SearchOptions(parameters, context)
  options.offset = cursor?.offset ?? 0
  var reply = SearchReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, total: nil,
    warnings: read.warnings, offset: options.offset)
  do throws(WireError) {
    let (total, hits) = try context.index.search(read.query, options)
    let end = options.offset + hits.count
    reply.total = total
    reply.hits = hits
    reply.cursor =
      end < total && !hits.isEmpty
      ? Cursor(generation: context.index.generation, offset: end).description : nil
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}

extension SearchOptions {
  fileprivate init(_ parameters: SearchParameters, _ context: QueryContext) throws(WireError) {
    self.init(parameters, in: context)
    sort =
      switch parameters.sort {
      case nil, .relevance: .relevance
      case .date: .dateAscending
      case .latest: .dateDescending
      }
    if let asked = parameters.limit {
      guard asked >= 0 else { throw .invalidParameters("\"limit\" is \(asked); expected 0 or more") }
      limit = asked == 0 ? context.limits.hitsPerPage : min(asked, context.limits.hitsPerPage)
    }
    explains = parameters.explain ?? false
    try setRank(k1: parameters.k1, b: parameters.b)
  }
}

extension SearchOptions {
  /// Sets what a request says of BM25's parameters.
  mutating func setRank(k1: Double?, b: Double?) throws(WireError) {
    if let k1 {
      guard (0...1000).contains(k1) else {
        throw .invalidParameters("\"k1\" is \(k1); expected 0 through 1000")
      }
      parameters.k1 = k1
    }
    if let b {
      guard (0...1).contains(b) else {
        throw .invalidParameters("\"b\" is \(b); expected 0 through 1")
      }
      parameters.b = b
    }
  }
}
