import Query
import Search
import Wire

/// `suggest`: what a beginning may become.
@Sendable func suggest(
  _ parameters: SuggestParameters, _ context: QueryContext
) throws(WireError) -> SuggestReply {
  let start = ContinuousClock.now
  let limit = parameters.limit ?? 10
  guard (0...SuggestReply.limit).contains(limit) else {
    throw .invalidParameters("\"limit\" is \(limit); expected 0 through \(SuggestReply.limit)")
  }
  guard parameters.prefix.utf8.count <= QueryParser.byteLimit else {
    throw WireError(
      .tooLarge,
      "the prefix has \(parameters.prefix.utf8.count) bytes, expected at most \(QueryParser.byteLimit)",
      hint: "give only its last words")
  }
  var reply = SuggestReply(
    prefix: parameters.prefix, generation: context.index.generation, warnings: context.freshness.warnings)
  var options = SearchOptions()
  options.deadline = context.deadline
  reply.suggestions = try context.index.suggestions(
    for: parameters.prefix, limit: limit == 0 ? SuggestReply.limit : limit,
    kinds: parameters.kinds ?? SuggestionKindName.allCases, options)
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}
