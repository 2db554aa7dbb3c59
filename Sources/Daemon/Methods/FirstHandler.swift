import Wire

/// `first`: the earliest units; a search by date, for one hit unless more are asked for.
@Sendable func first(_ parameters: SearchParameters, _ context: QueryContext) throws(WireError) -> SearchReply
{
  if let sort = parameters.sort, sort != .date {
    throw .invalidParameters(
      "\"sort\" is \"\(sort.rawValue)\"; expected date, which is how \"first\" sorts: ask \"search\" for another order"
    )
  }
  var parameters = parameters
  parameters.sort = .date
  parameters.limit = parameters.limit ?? 1
  return try search(parameters, context)
}
