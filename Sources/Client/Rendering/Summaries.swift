import Wire

/// The last line of JSON lines: what is said of the ones before it.
struct Summarized<Summary: Encodable>: Encodable {
  var summary: Summary
}

/// A ``SearchReply`` without its hits, and how many of them there were.
struct SearchSummary: Encodable {
  private let reply: SearchReply
  private let shown: Int

  init(_ reply: SearchReply, shown: Int) {
    self.reply = reply
    self.shown = shown
  }

  private enum CodingKeys: CodingKey {
    case query, interpreted, level, generation, total, shown, complete, warnings, elapsedMicroseconds, offset,
      cursor
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reply.query, forKey: .query)
    try container.encode(reply.interpreted, forKey: .interpreted)
    try container.encode(reply.level, forKey: .level)
    try container.encode(reply.generation, forKey: .generation)
    try container.encode(reply.total, forKey: .total)
    try container.encode(shown, forKey: .shown)
    try container.encode(reply.complete, forKey: .complete)
    try container.encode(reply.warnings, forKey: .warnings)
    try container.encode(reply.elapsedMicroseconds, forKey: .elapsedMicroseconds)
    try container.encode(reply.offset, forKey: .offset)
    try container.encode(reply.cursor, forKey: .cursor)
  }
}
