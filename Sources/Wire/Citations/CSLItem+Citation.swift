extension CSLItem {
  /// The item of a citation.
  ///
  /// Reported words are not by whom they are reported of, so that these are in the note, not among the authors.
  package init(_ citation: CitationMessage) {
    self.init(
      id: citation.unit, type: citation.mode == "speech" ? "speech" : "report", title: citation.titleOrID)
    if citation.mode != "reported", !citation.speakers.isEmpty {
      author = citation.speakers.map { CSLName(literal: $0) }
    }
    publisher = citation.document.publisher
    issued = citation.document.date.flatMap(CitedDate.init).map { CSLDate(parts: $0.parts) }
    number = citation.document.symbol
    locator = citation.paragraphNumbers
    language = citation.document.language
    note = [citation.reportedSpeakers, citation.id].compactMap(\.self).joined(separator: ", ")
  }
}
