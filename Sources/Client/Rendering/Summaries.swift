import Wire

/// The last line of JSON lines: what is said of the ones before it.
struct Summarized<Summary: JSONWritable>: JSONWritable {
  var summary: Summary

  func write(to json: inout JSONWriter) {
    json.object { $0.member("summary", summary) }
  }
}

/// A ``SearchReply`` without its hits, and how many of them there were.
struct SearchSummary: JSONWritable {
  private let reply: SearchReply
  private let shown: Int

  init(_ reply: SearchReply, shown: Int) {
    self.reply = reply
    self.shown = shown
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", reply.complete)
      json.member("cursor", reply.cursor)
      json.member("elapsedMicroseconds", reply.elapsedMicroseconds)
      json.member("generation", reply.generation)
      json.member("groups", ifPresent: reply.groups)
      json.member("interpreted", reply.interpreted)
      json.member("level", reply.level)
      json.member("offset", reply.offset)
      json.member("query", reply.query)
      json.member("shown", shown)
      json.member("total", reply.total)
      json.member("warnings", reply.warnings)
    }
  }
}
