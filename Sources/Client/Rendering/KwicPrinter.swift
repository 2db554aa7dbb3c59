package import Wire

/// Prints the pages of a concordance, one after the other.
package struct KwicPrinter {
  private let format: KwicFormat
  private let layout: TextLayout
  private let contextWidth: Int?
  /// The pages so far: for JSON whole, for JSON lines without their rows.
  private var whole: KwicReply?
  private var shown = 0

  /// - Parameter contextWidth: Columns of text on either side; nil for those that fit.
  package init(_ format: KwicFormat, _ layout: TextLayout, contextWidth: Int?) {
    self.format = format
    self.layout = layout
    self.contextWidth = contextWidth
  }

  /// Takes the next page; false once nobody reads any more.
  package mutating func take(_ page: KwicReply) throws(ClientError) -> Bool {
    let isFirst = whole == nil
    shown += page.rows.count
    keep(page)
    switch format {
    case .json: return true
    case .jsonl: return try Output.lines(page.rows)
    case .csv: return try Output.result(page.separatedValues(withHeadings: isFirst))
    case .vimgrep: return page.rows.isEmpty ? true : try Output.result(page.vimgrepLines)
    case .text:
      let text = layout.text(of: page.rows, contextWidth: contextWidth)
      return text.isEmpty ? true : try Output.result(text)
    }
  }

  /// Prints what could not be printed before the last page.
  package func finish() throws(ClientError) {
    guard let whole else { return }
    switch format {
    case .json: try Output.json(whole)
    case .jsonl: try Output.lines([Summarized(summary: KwicSummary(reply: whole, shown: shown))])
    case .csv, .text, .vimgrep: break
    }
  }

  private mutating func keep(_ page: KwicReply) {
    var page = page
    if format != .json { page.rows = [] }
    if whole == nil { whole = page } else { whole?.append(page) }
  }
}

extension KwicReply {
  /// Makes this page and the next one, in place.
  mutating func append(_ page: KwicReply) {
    rows += page.rows
    cursor = page.cursor
    complete = complete && page.complete
    if !page.complete { (total, occurrences) = (nil, nil) }
    elapsedMicroseconds += page.elapsedMicroseconds
    let newWarnings = page.warnings.filter { !warnings.contains($0) }
    warnings += newWarnings
  }

  /// `path:line:column:text` for every row.
  var vimgrepLines: String {
    rows.map { row in
      let path = Sanitizer.clean(row.source.path)
      let text = Sanitizer.clean(row.left + row.match + row.right)
      return "\(path):\(row.source.line):\(row.source.column):\(text)\n"
    }.joined()
  }

  /// The rows as comma-separated values.
  func separatedValues(withHeadings: Bool) -> String {
    var table = SeparatedValues()
    if withHeadings {
      table.append(["id", "date", "title", "left", "match", "right", "path", "line", "column"])
    }
    for row in rows {
      table.append([
        row.id, row.document.date, row.document.title, row.left, row.match, row.right, row.source.path,
        "\(row.source.line)", "\(row.source.column)",
      ])
    }
    return table.text
  }
}

/// A ``KwicReply`` without its rows, and how many of them there were.
struct KwicSummary: JSONWritable {
  var reply: KwicReply
  var shown: Int

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("complete", reply.complete)
      json.member("cursor", reply.cursor)
      json.member("elapsedMicroseconds", reply.elapsedMicroseconds)
      json.member("generation", reply.generation)
      json.member("interpreted", reply.interpreted)
      json.member("level", reply.level)
      json.member("occurrences", reply.occurrences)
      json.member("query", reply.query)
      json.member("shown", shown)
      json.member("total", reply.total)
      json.member("warnings", reply.warnings)
    }
  }
}
