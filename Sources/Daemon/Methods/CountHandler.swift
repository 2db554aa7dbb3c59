import Query
import Search
import Wire

/// `count`: how many units match.
@Sendable func count(_ parameters: CountParameters, _ context: QueryContext) throws(WireError) -> CountReply {
  let start = ContinuousClock.now
  let read = try context.read(parameters)
  var options = SearchOptions()
  options.deadline = context.deadline
  var reply = CountReply(
    query: parameters.query, interpreted: read.interpreted, generation: context.index.generation, total: nil,
    warnings: read.warnings)
  do throws(WireError) {
    let (total, units) = try context.index.count(read.query, options)
    reply.total = total
    reply.units = [reply.level: units]
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}
