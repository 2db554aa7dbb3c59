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
      text += (isFirst ? "" : "\n") + Self.text(of: hit)
      isFirst = false
    }
    return text
  }

  private static func text(of hit: HitMessage) -> String {
    let footnote = MarkdownText.escaped(CitationMessage(hit).footnote)
    let said =
      hit.said.map { "\n" + $0.inWords.prefix(1).uppercased() + $0.inWords.dropFirst() + ".\n" } ?? ""
    return MarkdownText.quotation(of: quote(of: hit)) + "\n\n— " + footnote + "\n" + said
  }

  private static func quote(of hit: HitMessage) -> String {
    var quote = ""
    var rest = Excerpt.marked(hit)[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isMarked == first.isMarked }
      rest = rest.dropFirst(run.count)
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: run.lazy.map(\.scalar))
      let text = MarkdownText.escaped(String(scalars), startsLine: quote.isEmpty && !first.isMarked)
      quote += first.isMarked ? "**\(text)**" : text
    }
    return quote
  }
}

extension CitationMessage {
  /// As far as a hit tells it: of a paragraph not in what form it is said, and no digits of its text.
  fileprivate init(_ hit: HitMessage) {
    self.init(
      id: hit.id, unit: hit.id, level: hit.level, document: hit.document,
      speakers: hit.level == UnitLevel.document.rawValue ? [] : hit.speakers, mode: hit.mode)
    let number = hit.id.split(separator: "#").last.flatMap { $0.hasPrefix("p") ? Int($0.dropFirst()) : nil }
    if hit.level == UnitLevel.paragraph.rawValue, let number { paragraphs = [number, number] }
  }
}
