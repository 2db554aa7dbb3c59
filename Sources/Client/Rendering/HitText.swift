package import Wire

extension TextLayout {
  /// One hit for people: rank and title, section, quote, citation; an empty line after it.
  /// - Parameter rank: From 1.
  package func text(of hit: HitMessage, rank: Int) -> String {
    text(of: hit, lead: "\(rank). ", quote: Excerpt.of(hit.quoted), id: hit.id)
  }

  /// One hit for people, without its rank.
  func text(of hit: HitMessage) -> String {
    text(of: hit, lead: "", quote: Excerpt.of(hit.quoted), id: hit.id)
  }

  /// One paragraph for people, whole, with what to cite it by, and its receipt if it has one; nothing for one that was not found.
  /// - Parameter previous: The one before it: what is the same in one statement or document is not said twice.
  package func text(of item: GetItem, after previous: GetItem? = nil) -> String {
    guard let hit = item.hit else { return "" }
    if !item.context.isEmpty { return textInContext(of: item, hit) }
    let receipt = item.receipt.map { text(of: $0) } ?? ""
    let quote = StyledText(hit.quoted.text)
    guard let other = previous?.hit, previous?.asked == item.asked, other.id != hit.id else {
      return text(of: hit, lead: "", quote: quote, id: item.citation ?? hit.id) + receipt
    }
    let heading = other.section == hit.section ? "" : section(of: hit, indent: 0)
    return heading + block(quote, indent: 0)
      + citation(id: item.citation ?? hit.id, source: hit.source, indent: 0) + "\n" + receipt
  }

  private func text(of hit: HitMessage, lead: String, quote: StyledText, id: String) -> String {
    let indent = lead.count
    var result = heading(of: hit, lead: lead)
    // Of a statement; a paragraph may have several.
    if let mode = hit.mode, let evidence = hit.evidence {
      let speakers = hit.speakers.isEmpty ? "no named speaker" : hit.speakers.joined(separator: ", ")
      let words = evidence.words.isEmpty ? "" : ": “\(evidence.words)”"
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
    return block(StyledText("\(title) (\(date))"), indent: lead.count, lead: lead, role: .title)
      + section(of: hit, indent: lead.count)
  }

  private func section(of hit: HitMessage, indent: Int) -> String {
    // A heading is the last of its own section's path: it is not said twice.
    let section = hit.section.last == hit.text ? hit.section.dropLast() : hit.section[...]
    return section.isEmpty
      ? "" : block(StyledText(section.joined(separator: " › ")), indent: indent, role: .quiet)
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
