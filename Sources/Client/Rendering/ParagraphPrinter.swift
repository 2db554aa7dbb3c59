package import Wire

/// Prints the pages of paragraphs got by name, one after the other.
package struct ParagraphPrinter {
  private let format: ParagraphFormat
  private let layout: TextLayout
  /// How many ids were asked for.
  private let askedCount: Int
  /// The pages so far: for JSON whole, else without their items.
  private var whole: GetReply?
  private var missingCount = 0
  /// The last paragraph that was found, which the next may go on from.
  private var last: GetItem?

  package init(_ format: ParagraphFormat, _ layout: TextLayout, askedCount: Int) {
    self.format = format
    self.layout = layout
    self.askedCount = askedCount
  }

  /// Takes the next page; false once nobody reads any more.
  package mutating func take(_ page: GetReply) throws(ClientError) -> Bool {
    missingCount += page.items.count { $0.hit == nil }
    defer { last = page.items.last { $0.hit != nil } ?? last }
    switch format {
    case .json:
      if whole == nil { whole = page } else { whole?.append(page) }
      return true
    case .jsonl:
      whole = page
      whole?.items = []
      return try Output.lines(page.items)
    case .text: return try print(page) { layout.text(of: $0, after: $1) }
    case .markdown:
      return try print(page) { item, previous in
        item.hit.map { (previous?.hit == nil ? "" : "\n") + MarkdownQuotation.text(of: $0) } ?? ""
      }
    }
  }

  private func print(
    _ page: GetReply, _ text: (GetItem, GetItem?) -> String
  ) throws(ClientError) -> Bool {
    var result = ""
    var previous = last
    for item in page.items {
      result += text(item, previous)
      if item.hit != nil { previous = item }
    }
    return result.isEmpty ? true : try Output.result(result)
  }

  /// Prints what could not be printed before the last page.
  package func finish() throws(ClientError) {
    guard let whole else { return }
    if format == .json { try Output.json(whole) }
    if format == .jsonl { try Output.lines([Summarized(summary: summary(whole.generation))]) }
  }

  private func summary(_ generation: String) -> GetSummary {
    GetSummary(generation: generation, asked: askedCount, found: max(0, askedCount - missingCount))
  }
}

extension GetReply {
  /// Makes this page and the next one, in place.
  mutating func append(_ page: GetReply) {
    items += page.items
    cursor = page.cursor
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
