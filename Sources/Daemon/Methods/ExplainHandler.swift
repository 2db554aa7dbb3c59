import Query
import Search
import Wire

/// `explain`: why a unit has its score for a query, and how the query is answered.
@Sendable func explain(_ parameters: ExplainParameters, _ context: QueryContext) throws(WireError)
  -> ExplainReply
{
  let start = ContinuousClock.now
  guard parameters.id != nil || parameters.plan == true else {
    throw .invalidParameters(
      "\"id\" is missing; expected the id of a paragraph, statement or document, or \"plan\": true")
  }
  let read = try context.read(parameters)
  var options = SearchOptions(parameters, level: read.level, in: context)
  try options.setRank(k1: parameters.k1, b: parameters.b)
  var reply = ExplainReply(
    query: parameters.query, interpreted: read.interpreted, level: options.level.rawValue,
    generation: context.index.generation, warnings: read.warnings)
  if let asked = parameters.id {
    let id = withoutDigits(asked)
    switch try context.index.explain(id, read.query, options) {
    case .unknown(let unit): throw unit.error
    case .explained(let explanation):
      if let level = parameters.level?.rawValue ?? read.level?.rawValue, level != explanation.level.rawValue {
        throw .invalidParameters(
          "\"level\" is \(level), and \"\(asked)\" names a \(explanation.level.rawValue); leave out the level"
        )
      }
      reply.id = id
      options.level = explanation.level
      reply.level = options.level.rawValue
      reply.explanation = ExplanationMessage(explanation)
    }
  }
  if parameters.plan == true { reply.plan = try context.index.plan(read.query, options) }
  reply.elapsedMicroseconds = microseconds(since: start)
  return reply
}

/// A paragraph's id without the digits of its text's hash that a citation has behind it.
private func withoutDigits(_ id: String) -> String {
  let cited = CitedID(id)
  return cited.digits == nil ? id : cited.unit.description
}

extension UnknownUnit {
  fileprivate var error: WireError {
    switch self {
    case .noDocument(let document):
      WireError(
        .unknownUnit,
        UnitID.flaw(of: document).map { "\"\(document)\" names nothing in this index: \($0)" }
          ?? "there is no document \"\(document)\" in this index; expected an id that a search prints, such as talk#p12, "
          + "or talk#s3 (a statement) or talk (a document)")
    case .noUnit(let id, let count):
      WireError(
        .unknownUnit,
        "there is no \(id.level.rawValue) \(id.number) in \"\(id.document)\", which has \(Self.number(count, id.level.rawValue))"
      )
    }
  }

  private static func number(_ count: Int, _ name: String) -> String {
    count == 0 ? "no \(name)" : count == 1 ? "one \(name)" : "\(count) \(name)s"
  }
}
