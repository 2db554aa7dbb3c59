/// The fields of the language: `field:value`.
enum QueryField: String, CaseIterable {
  case year, date, speaker, about, mode, doc, title, section, kind, symbol, lang, level

  /// Whether the value is a date or a range of dates. `year:` and `date:` are two names of one field.
  var isDate: Bool { self == .year || self == .date }
}
