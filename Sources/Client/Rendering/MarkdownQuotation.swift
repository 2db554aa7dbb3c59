import Wire

/// A paragraph as a quotation of Markdown, what matched in bold, and the citation that `cite` gives it below.
enum MarkdownQuotation {
  static func text(of hit: HitMessage) -> String {
    let footnote = MarkdownText.escaped(CitationMessage(hit).footnote)
    let said = hit.said.map { "\n" + $0.inWords.prefix(1).uppercased() + $0.inWords.dropFirst() + ".\n" }
    return MarkdownText.quotation(of: quote(of: hit)) + "\n\n— " + footnote + "\n" + (said ?? "")
  }

  private static func quote(of hit: HitMessage) -> String {
    var quote = ""
    var rest = Excerpt.marked(hit.quoted)[...]
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
  /// Of the paragraph that a hit quotes, which `get` gives for its id.
  ///
  /// Who says the words of a document's paragraph is told only of a speech: the hit names all who speak in it.
  fileprivate init(_ hit: HitMessage) {
    let isOfDocument = hit.level == UnitLevel.document.rawValue && hit.mode != "speech"
    self.init(
      id: hit.citation ?? hit.id, unit: hit.id, level: hit.level, document: hit.document,
      speakers: isOfDocument ? [] : hit.speakers, mode: isOfDocument ? nil : hit.mode)
    // `DOCUMENT#p12@3f9a1c`
    let name = id.split(separator: "#").last?.prefix { $0 != "@" }
    if let name, name.hasPrefix("p"), let number = Int(name.dropFirst()) { paragraphs = [number, number] }
  }
}
