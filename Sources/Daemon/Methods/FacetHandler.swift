import Corpus
import Query
import Search
import Wire

/// `facet`: how many units match for each value of a field.
@Sendable func facet(_ parameters: FacetParameters, _ context: QueryContext) throws(WireError) -> FacetReply {
  let start = ContinuousClock.now
  let limit = parameters.limit ?? 100
  guard (0...FacetReply.rowLimit).contains(limit) else {
    throw .invalidParameters("\"limit\" is \(limit); expected 0 through \(FacetReply.rowLimit)")
  }
  let read = try context.readOrNothing(parameters)
  var parameters = parameters
  if read.level == nil { parameters.level = parameters.level ?? parameters.field.presetLevel }
  let options = SearchOptions(parameters, level: read.level, in: context)
  var reply = FacetReply(
    query: parameters.query, interpreted: read.query == nil ? "everything" : read.interpreted,
    level: options.level.rawValue, generation: context.index.generation, field: parameters.field.rawValue,
    complete: read.isWhole, warnings: read.warnings)
  do throws(WireError) {
    let result = try context.index.facet(parameters.field, read.query, options)
    reply.rows = Array(result.rows.prefix(limit == 0 ? FacetReply.rowLimit : limit))
    (reply.rowCount, reply.total, reply.memberships) = (result.rows.count, result.total, result.memberships)
    if result.total == 0, let query = read.query {
      reply.diagnosis = try context.diagnosis(of: query, options)
    }
    if parameters.field == .speaker, result.rows.contains(where: { $0.modes?.reported ?? 0 > 0 }) {
      let precision = StatementFinder.reportedPrecision
      reply.reportedPrecision = PrecisionMessage(right: precision.right, judged: precision.judged)
    }
  } catch  where error.kind == .deadline {
    reply.complete = false
    reply.warnings.append(QueryContext.incomplete)
  }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}
