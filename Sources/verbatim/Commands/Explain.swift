import ArgumentParser
import Client
import Wire

/// `verbatim explain`: why a unit has its score, and how a query is answered.
struct Explain: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a hit has its score, or how a query is answered.",
    usage: """
      verbatim explain [OPTION]… ID WORD…
      verbatim explain --plan [OPTION]… [ID] WORD…
      """,
    discussion: ExplainManual.text)

  @Flag(help: "Say how the query is answered; the id may then be left out.")
  var plan = false

  @OptionGroup var weights: BM25Options

  @OptionGroup var query: QueryOptions
  @OptionGroup(title: "Output") var printing: PrintOptions<PlainFormat>
  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Place") var answerer: AnswererOptions
  @OptionGroup(title: "Time") var time: TimeOptions

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    let parameters = try parameters()
    var client = try makeClient()
    if query.requireFresh { try requireFreshness(of: &client) }
    let reply = try ask(&client, .explain, parameters, silence: time.silence)
    note(reply.warnings)
    switch format {
    case .json: try Output.json(reply)
    case .text: try Output.result(text(of: reply))
    }
    if let explanation = reply.explanation { return explanation.matches ? .hits : .noHits }
    return (reply.plan?.total ?? 0) > 0 ? .hits : .noHits
  }

  private func parameters() throws -> ExplainParameters {
    var query = query
    let id = plan && !Self.namesUnit(query.words.first) ? nil : query.words.first
    if id != nil { query.words.removeFirst() }
    if id == nil, !plan { throw UsageError.nothingToExplain }
    if query.words.isEmpty, query.speaker.isEmpty, query.from == nil, query.to == nil, query.since == nil {
      if let id, !Self.namesUnit(id) { throw UsageError.onlyOneWord(id) }
      throw UsageError.nothingAskedOf(id)
    }
    var parameters: ExplainParameters = query.parameters(timeout: time.timeout)
    parameters.id = id
    parameters.plan = plan ? true : nil
    parameters.k1 = weights.k1
    parameters.b = weights.b
    return parameters
  }

  /// Whether a word is an id for certain: `DOCUMENT#p12` or `DOCUMENT#s3`, which no query is.
  static func namesUnit(_ word: String?) -> Bool {
    guard let word, let mark = word.lastIndex(of: "#"), mark > word.startIndex else { return false }
    let name = word[mark...].dropFirst().prefix { $0 != "@" }
    return ["p", "s"].contains(name.first) && name.count > 1
      && name.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }

  private func text(of reply: ExplainReply) -> String {
    [
      reply.explanation.map { printing.layout.text(of: $0) },
      reply.plan.map { printing.layout.text(of: $0, query: reply.interpreted, level: reply.level) },
    ].compactMap(\.self).joined(separator: "\n")
  }
}
