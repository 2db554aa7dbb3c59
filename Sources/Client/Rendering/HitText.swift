package import Wire

extension TextLayout {
  /// One hit for people: rank and title, section, quote, citation; an empty line after it.
  /// - Parameter rank: From 1.
  package func text(of hit: HitMessage, rank: Int) -> String {
    text(of: hit, lead: "\(rank). ", quote: Excerpt.of(hit), id: hit.id)
  }

  /// One hit for people, without its rank.
  func text(of hit: HitMessage) -> String { text(of: hit, lead: "", quote: Excerpt.of(hit), id: hit.id) }

  /// One paragraph for people, whole, with what to cite it by, and its receipt if it has one; nothing for one that was not found.
  package func text(of item: GetItem) -> String {
    guard let hit = item.hit else { return "" }
    if !item.context.isEmpty { return textInContext(of: item, hit) }
    return text(of: hit, lead: "", quote: StyledText(hit.text), id: item.citation ?? hit.id)
      + (item.receipt.map { text(of: $0) } ?? "")
  }

  private func text(of hit: HitMessage, lead: String, quote: StyledText, id: String) -> String {
    let indent = lead.count
    var result = heading(of: hit, lead: lead)
    if let mode = hit.mode {
      let speakers = hit.speakers.isEmpty ? "no named speaker" : hit.speakers.joined(separator: ", ")
      let words = hit.evidence.map { $0.words.isEmpty ? "" : ": “\($0.words)”" } ?? ""
      result += block(StyledText("\(speakers) (\(mode)\(words))"), indent: indent, role: .title)
    }
    result += block(quote, indent: indent)
    result += citation(id: id, source: hit.source, indent: indent)
    if let said = hit.said { result += block(StyledText(said.inWords), indent: indent, role: .quiet) }
    if let explanation = hit.explain {
      result += block(StyledText(Self.line(of: explanation)), indent: indent, role: .quiet)
    }
    return result + "\n"
  }

  /// Title, date and section.
  func heading(of hit: HitMessage, lead: String) -> String {
    let title = hit.document.title.isEmpty ? hit.document.id : hit.document.title
    let date = hit.document.date ?? hit.document.year.map { "\($0)" } ?? "undated"
    let heading = block(StyledText("\(title) (\(date))"), indent: lead.count, lead: lead, role: .title)
    // A heading is the last of its own section's path: it is not said twice.
    let section = hit.section.last == hit.text ? hit.section.dropLast() : hit.section[...]
    guard !section.isEmpty else { return heading }
    return heading + block(StyledText(section.joined(separator: " › ")), indent: lead.count, role: .quiet)
  }

  /// `DOC#p12 · path:line:column`, on two lines where one is too short; never broken within a part, so that it can be
  /// copied.
  func citation(id: String, source: SourceMessage, indent: Int) -> String {
    let id = Sanitizer.clean(id)
    let place = Sanitizer.clean("\(source.path):\(source.line):\(source.column)")
    let whole = "\(id) · \(place)"
    let lines = indent + whole.unicodeScalars.count <= width ? [whole] : [id, place]
    return lines.map { line in
      // What is too long all the same begins at the margin, and the terminal breaks it where it must.
      let fits = indent + line.unicodeScalars.count <= width
      return String(repeating: " ", count: fits ? indent : 0) + paint(line, .quiet) + "\n"
    }.joined()
  }
}
