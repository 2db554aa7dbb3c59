import Query
import Search
import Wire

/// `count`: how many units match.
@Sendable func count(_ parameters: CountParameters, _ context: QueryContext) throws(WireError) -> CountReply {
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  let options = SearchOptions(parameters, level: read.level, in: context)
  var reply = CountReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, total: nil,
    complete: read.isWhole, warnings: read.warnings)
  do throws(WireError) {
    let (total, units) = try context.index.count(read.query, options)
    reply.total = total
    reply.units = [reply.level: units]
    if total == 0 { reply.diagnosis = try context.diagnosis(of: read.query, options) }
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}
