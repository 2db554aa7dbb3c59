package import Wire

extension Output {
  /// Writes citations in the style they were asked in: footnotes a line each, others with an empty line between them, and
  /// CSL's items as one array.
  @discardableResult
  package static func citations(of reply: CiteReply) throws(ClientError) -> Bool {
    if reply.style == CitationStyle.csl.rawValue { return try json(reply.itemsForCSL) }
    let text = reply.text
    return text.isEmpty ? true : try result(text)
  }
}

extension CiteReply {
  /// The citations that were found, one behind the other; the same entry for BibTeX just once, for keys are unique.
  var text: String {
    var seen: Set<String> = []
    let texts = items.compactMap(\.text).filter {
      style != CitationStyle.bibtex.rawValue || seen.insert($0).inserted
    }
    let separator = style == CitationStyle.footnote.rawValue ? "\n" : "\n\n"
    return texts.isEmpty ? "" : Sanitizer.clean(texts.joined(separator: separator), keepingLines: true) + "\n"
  }

  /// The items that were found, the same one just once, for ids are unique.
  var itemsForCSL: [CSLItem] {
    var seen: Set<String> = []
    return items.compactMap(\.csl).filter { seen.insert($0.id).inserted }
  }
}
