package import Wire

extension Output {
  /// Writes paragraphs got by name as JSON: one a line, found or not, then a line with what is said of them all.
  @discardableResult
  package static func lines(of reply: GetReply) throws(ClientError) -> Bool {
    let summary = GetSummary(
      generation: reply.generation, asked: reply.items.count,
      found: reply.items.filter { $0.hit != nil }.count)
    guard try lines(reply.items) else { return false }
    return try lines([Summarized(summary: summary)])
  }
}

private struct GetSummary: JSONWritable {
  var generation: String
  var asked: Int
  var found: Int

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("asked", asked)
      json.member("found", found)
      json.member("generation", generation)
    }
  }
}
