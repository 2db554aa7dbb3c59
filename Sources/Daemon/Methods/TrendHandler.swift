import Query
import Search
import Wire

/// `trend`: how many units match in each year.
@Sendable func trend(_ parameters: TrendParameters, _ context: QueryContext) throws(WireError) -> TrendReply {
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  let options = SearchOptions(parameters, level: read.level, in: context)
  var reply = TrendReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, total: nil,
    complete: read.isWhole, warnings: read.warnings)
  do throws(WireError) {
    (reply.total, reply.rows) = try context.index.trend(read.query, options)
    if reply.total == 0 { reply.diagnosis = try context.diagnosis(of: read.query, options) }
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}
