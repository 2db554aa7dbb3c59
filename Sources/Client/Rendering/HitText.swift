package import Wire

extension TextLayout {
  /// One hit for people: rank and title, section, quote, citation; an empty line after it.
  ///
  /// - Parameters:
  ///   - rank: From 1.
  ///   - path: The source's path as it is reached from where the reader is.
  package func text(of hit: HitMessage, rank: Int, path: String) -> String {
    let lead = "\(rank). "
    let indent = lead.count
    let title = hit.document.title.isEmpty ? hit.document.id : hit.document.title
    let date = hit.document.date ?? hit.document.year.map { "\($0)" } ?? "undated"
    var result = block(StyledText("\(title) (\(date))"), indent: indent, lead: lead, role: .title)
    // A heading is the last of its own section's path: it is not said twice.
    let section = hit.section.last == hit.text ? hit.section.dropLast() : hit.section[...]
    if !section.isEmpty {
      result += block(StyledText(section.joined(separator: " › ")), indent: indent, role: .quiet)
    }
    result += block(Excerpt.of(hit), indent: indent)
    result += citation(of: hit, path: path, indent: indent)
    return result + "\n"
  }

  /// `DOC#p12 · path:line:column`, on two lines where one is too short; never broken within a part, so that it can be
  /// copied.
  private func citation(of hit: HitMessage, path: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    let id = Sanitizer.clean(hit.id)
    let place = Sanitizer.clean("\(path):\(hit.source.line):\(hit.source.column)")
    let fits = indent + id.unicodeScalars.count + 3 + place.unicodeScalars.count <= width
    return fits
      ? space + paint("\(id) · \(place)", .quiet) + "\n"
      : space + paint(id, .quiet) + "\n" + space + paint(place, .quiet) + "\n"
  }
}
