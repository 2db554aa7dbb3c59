package import Wire

/// Each hit as a quotation of Markdown, whole, what matched in bold, and a citation below it; each page at once.
package struct MarkdownSearchPrinter: SearchPrinter {
  private var isFirst = true

  package init() {}

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    let text = text(of: page)
    return text.isEmpty ? true : try Output.result(text)
  }

  package mutating func finish() {}

  /// The page's quotations, with an empty line between any two.
  mutating func text(of page: SearchReply) -> String {
    var text = ""
    for hit in page.hits {
      text += (isFirst ? "" : "\n") + MarkdownQuotation.text(of: hit)
      isFirst = false
    }
    return text
  }
}
