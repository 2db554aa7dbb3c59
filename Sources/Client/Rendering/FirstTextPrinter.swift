package import Wire

/// The earliest hits for people, each below a line that says when it was said.
package struct FirstTextPrinter: SearchPrinter {
  private let layout: TextLayout

  package init(_ layout: TextLayout) { self.layout = layout }

  package mutating func take(_ page: SearchReply) throws(ClientError) -> Bool {
    let text = layout.textByDate(of: page)
    return text.isEmpty ? true : try Output.result(text)
  }

  package mutating func finish() {}
}

extension TextLayout {
  func textByDate(of page: SearchReply) -> String {
    page.hits.enumerated().map { number, hit in
      let isFirst = page.offset + number == 0
      return block(StyledText(Self.when(hit.document, isFirst: isFirst)), indent: 0, role: .title)
        + text(of: hit)
    }.joined()
  }

  /// `first said on 11 September 2013`, or in a month or a year if no more is known.
  private static func when(_ document: DocumentMessage, isFirst: Bool) -> String {
    guard let date = document.date else { return "said on an unknown day" }
    let preposition = date.contains("..") ? "within" : date.split(separator: "-").count == 3 ? "on" : "in"
    return (isFirst ? "first said " : "then ") + preposition + " " + CitedDate.inWords(date)
  }
}
