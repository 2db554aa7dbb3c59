import Wire

/// A paragraph among those around it.
extension TextLayout {
  /// The paragraphs in the order of the document, each behind its number; the one that was asked for behind a `>`, the
  /// others quiet.
  func textInContext(of item: GetItem, _ hit: HitMessage) -> String {
    let before = item.context.filter { $0.place == .before }.map(\.hit)
    let after = item.context.filter { $0.place == .after }.map(\.hit)
    let names = (before + [hit] + after).map(Self.paragraphName)
    let column = names.map(\.unicodeScalars.count).max() ?? 0
    var result = heading(of: hit, lead: "")
    for (number, paragraph) in (before + [hit] + after).enumerated() {
      let isAsked = number == before.count
      let name = names[number] + String(repeating: " ", count: column - names[number].unicodeScalars.count)
      let lead = paint((isAsked ? "> " : "  ") + name, isAsked ? .title : .quiet) + "  "
      result += block(
        StyledText(paragraph.text), indent: column + 4, lead: lead, role: isAsked ? nil : .quiet)
    }
    return result + citation(id: item.citation ?? hit.id, source: hit.source, indent: 0) + "\n"
      + (item.receipt.map { text(of: $0) } ?? "")
  }

  /// `p12` of `DOCUMENT#p12`.
  private static func paragraphName(_ hit: HitMessage) -> String {
    Sanitizer.clean(hit.id.split(separator: "#").last.map(String.init) ?? hit.id)
  }
}
