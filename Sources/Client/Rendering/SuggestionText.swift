package import Wire

extension TextLayout {
  /// Completions for people: a row each, what they count before them.
  package func text(of reply: SuggestReply) -> String {
    let counts = ["count"] + reply.suggestions.map { suggestion in suggestion.count.map { "\($0)" } ?? "–" }
    let kinds = ["kind"] + reply.suggestions.map(\.kind.rawValue)
    let texts =
      ["suggestion"]
      + reply.suggestions.map { suggestion in
        suggestion.text + (suggestion.alias.map { " (also: \($0))" } ?? "")
      }
    let widths = [counts, kinds].map { column in column.map(\.count).max() ?? 0 }
    return texts.indices.map { row -> String in
      let lead =
        String(repeating: " ", count: widths[0] - counts[row].count) + counts[row] + "  " + kinds[row]
        + String(repeating: " ", count: widths[1] - kinds[row].count + 2)
      // Where it is very narrow, what is suggested stands below its count.
      if width - lead.count < 20 {
        let start = lead.split(separator: " ").joined(separator: " ")
        return paint(start, row == 0 ? .title : .quiet) + "\n"
          + block(StyledText(texts[row]), indent: 2, role: row == 0 ? .title : nil)
      }
      return block(
        StyledText(texts[row]), indent: lead.count, lead: row == 0 ? paint(lead, .title) : lead,
        role: row == 0 ? .title : nil)
    }.joined()
  }
}

extension Output {
  /// Writes completions as JSON: one a line, then a line with what is said of them all.
  @discardableResult
  package static func lines(of reply: SuggestReply) throws(ClientError) -> Bool {
    guard try lines(reply.suggestions) else { return false }
    return try lines([Summarized(summary: SuggestSummary(reply: reply))])
  }
}

/// A ``SuggestReply`` without its suggestions, and how many of them there were.
private struct SuggestSummary: JSONWritable {
  let reply: SuggestReply

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("elapsedMicroseconds", reply.elapsedMicroseconds)
      json.member("generation", reply.generation)
      json.member("prefix", reply.prefix)
      json.member("shown", reply.suggestions.count)
      json.member("warnings", reply.warnings)
    }
  }
}
