internal import Text

/// The fields of metadata by the names that front matter, `corpus.yaml` and columns of tables use.
enum MetadataField: String, CaseIterable, Sendable {
  case title, date, year, kind, publisher, language, symbol, speaker, form

  /// All names, for messages.
  static var names: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}

extension DocumentMetadata {
  /// Sets a field from a text; an empty text says nothing.
  ///
  /// - Parameter separator: What parts speakers from each other; nil where the text is one name.
  /// - Throws: What is wrong with the text.
  mutating func set(
    _ field: MetadataField, to text: String, speakersSeparatedBy separator: Character? = nil
  ) throws(PatternError) {
    guard !text.isEmpty else { return }
    switch field {
    case .title: title = text
    case .kind: kind = text
    case .publisher: publisher = text
    case .language: language = text
    case .symbol: symbol = text
    case .speaker:
      let names = separator.map { text.split(separator: $0).map(String.init) } ?? [text]
      speakers += names.map(Self.trimmed).filter { !$0.isEmpty }
    case .date, .year:
      guard let interval = DateInterval(text) else {
        throw PatternError("`\(text.excerpt)` is no date; YYYY, YYYY-MM or YYYY-MM-DD is expected")
      }
      if field == .date || date == nil { date = interval }
    case .form:
      guard let form = StatementForm(rawValue: text) else {
        let forms = StatementForm.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw PatternError("`\(text.excerpt)` is no form; one of \(forms) is expected")
      }
      self.form = form
    }
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    return String(
      decoding: bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed(), as: UTF8.self)
  }
}
