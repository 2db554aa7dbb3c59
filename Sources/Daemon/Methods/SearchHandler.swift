import Query
import Search
import Wire

/// `search`: the best units, or the earliest or latest, a page at a time.
@Sendable func search(_ parameters: SearchParameters, _ context: QueryContext) throws(WireError)
  -> SearchReply
{
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  let list = ListName(of: parameters, read: read.interpreted, in: context.index.generation)
  let cursor = try parameters.cursor.map { text throws(WireError) in try Cursor(text, in: list) }
  var options = try SearchOptions(parameters, level: read.level, context)
  options.offset = cursor?.offset ?? 0
  var reply = SearchReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, total: nil,
    complete: read.isWhole, warnings: read.warnings, offset: options.offset)
  do throws(WireError) {
    let (total, groups, hits) = try context.index.search(read.query, options)
    let end = options.offset + hits.count
    reply.total = total
    reply.groups = groups
    reply.hits = hits
    if total == 0 { reply.diagnosis = try context.diagnosis(of: read.query, options) }
    reply.cursor =
      end < (groups ?? total) && !hits.isEmpty
      ? Cursor(in: list, offset: end).description : nil
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}

extension SearchOptions {
  fileprivate init(_ parameters: SearchParameters, level: Level?, _ context: QueryContext) throws(WireError) {
    self.init(parameters, level: level, in: context)
    sort = SortOrder(parameters.sort ?? .relevance)
    limit = try context.pageLimit(asked: parameters.limit)
    if parameters.rank == .best {
      guard sort == .relevance else {
        throw .invalidParameters(
          "\"rank\" is \"best\" and \"sort\" is \"\(sort.rawValue)\"; expected one of the two, for what is in the order of dates has no rank"
        )
      }
      guard parameters.explain != true else {
        throw .invalidParameters(
          "\"rank\" is \"best\" and \"explain\" is true; expected one of the two: what is explained is the plain rank"
        )
      }
      rank = .best
    }
    if parameters.collapse == true {
      guard self.level == .paragraph else {
        throw .invalidParameters(
          "\"collapse\" is true and the level is \"\(self.level.rawValue)\"; expected paragraph, for only paragraphs are compared with each other"
        )
      }
      collapses = true
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

extension SortOrder {
  init(_ sort: SearchParameters.Sort) {
    self =
      switch sort {
      case .relevance: .relevance
      case .date: .dateAscending
      case .latest: .dateDescending
      }
  }
}

extension QueryContext {
  /// How much goes into one reply of a list, of which so much is asked for; 10 if that is not said.
  func pageLimit(asked: Int?) throws(WireError) -> Int {
    let asked = asked ?? 10
    guard asked >= 0 else { throw .invalidParameters("\"limit\" is \(asked); expected 0 or more") }
    return asked == 0 ? limits.hitsPerPage : min(asked, limits.hitsPerPage)
  }
}
