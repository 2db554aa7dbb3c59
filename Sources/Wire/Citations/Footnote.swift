/// A citation as one line of plain text, which ends with the id.
extension CitationMessage {
  package var footnote: String {
    var parts: [String] = []
    if !speakers.isEmpty { parts.append(Self.enumeration(of: speakers)) }
    let title = "“\(titleOrID)”"
    switch mode {
    case _ where speakers.isEmpty || mode == "speech": parts.append(title)
    case "reported": parts.append("as reported in \(title)")
    default: parts.append("in \(title)")
    }
    if let publisher = document.publisher { parts.append(publisher) }
    parts.append(document.date.map(CitedDate.inWords) ?? "undated")
    parts += [document.symbol, place, id].compactMap(\.self)
    return Sanitizer.clean(parts.joined(separator: ", "))
  }

  var titleOrID: String { document.title.isEmpty ? document.id : document.title }

  /// `para. 12` or `paras. 12–14`; nil for a document.
  var place: String? {
    paragraphNumbers.map { (paragraphs.first == paragraphs.last ? "para. " : "paras. ") + $0 }
  }

  /// `12` or `12–14`; nil for a document.
  var paragraphNumbers: String? {
    guard let first = paragraphs.first, let last = paragraphs.last else { return nil }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// `A`, `A and B`, `A, B and C`; of more than three the first three, `and others`.
  private static func enumeration(of names: [String]) -> String {
    let shown = names.count > 3 ? names.prefix(3) + ["others"] : names[...]
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
