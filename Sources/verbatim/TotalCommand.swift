import ArgumentParser
import Client
import Wire

/// A reply that says how many units match, whatever else it says.
protocol TotalReply: Codable, JSONWritable, Sendable {
  var interpreted: String { get }
  /// nil when the answer is incomplete.
  var total: Int? { get }
  var complete: Bool { get }
  var warnings: [WarningMessage] { get }
  /// Why nothing was found, if the reply says so.
  var diagnosis: DiagnosisMessage? { get }
}

extension CountReply: TotalReply {}
extension TrendReply: TotalReply {}
extension FacetReply: TotalReply {}

/// A command with a query whose result is about all units that match.
protocol TotalCommand: AnsweringCommand {
  associatedtype Asked: QueryParameters
  associatedtype Reply: TotalReply
  associatedtype Format: OutputFormat & ExpressibleByArgument
  static var method: Method<Asked, Reply> { get }
  var query: QueryOptions { get }
  var printing: PrintOptions<Format> { get }
  var time: TimeOptions { get }
  /// What is asked.
  func parameters() throws -> Asked
  /// The result for people; `total` is not nil.
  func text(of reply: Reply, total: Int) -> String
  /// Prints the result.
  func show(_ reply: Reply, as format: Format) throws
  /// What is to be said besides to those who read the text, a line each.
  func remarks(on reply: Reply) -> [String]
}

extension TotalCommand {
  func parameters() throws -> Asked {
    try query.requireSomething()
    return query.parameters(timeout: time.timeout)
  }

  func remarks(on reply: Reply) -> [String] { [] }

  func answer() throws -> Client.ExitCode {
    let format = try printing.chosenFormat()
    let parameters = try parameters()
    var client = try makeClient()
    if query.requireFresh { try requireFreshness(of: &client) }
    let reply = try ask(&client, Self.method, parameters, silence: time.silence)
    note(reply.warnings)
    try show(reply, as: format)
    query.hint()
    guard let total = reply.total, reply.complete else { return .incomplete }
    if total == 0 { noteNoHits(for: reply.interpreted, reply.diagnosis) }
    return total > 0 ? .hits : .noHits
  }
}

extension TotalCommand {
  fileprivate func showText(of reply: Reply) throws {
    if let total = reply.total { try Output.result(text(of: reply, total: total)) }
    for remark in remarks(on: reply) { Output.note(remark) }
  }
}

/// A command whose result is a number, or rows of them.
protocol TableCommand: TotalCommand where Format == TableFormat {
  /// The rows as comma-separated values.
  func separatedValues(of reply: Reply) -> String
}

extension TableCommand {
  func show(_ reply: Reply, as format: TableFormat) throws {
    switch format {
    case .json: try Output.json(reply)
    case .csv:
      if reply.total != nil { try Output.result(separatedValues(of: reply)) }
      for remark in remarks(on: reply) { Output.note(remark) }
    case .text: try showText(of: reply)
    }
  }
}
