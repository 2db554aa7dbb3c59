/// What a completion is.
package enum SuggestionKind: String, CaseIterable, Sendable {
  /// A word of the texts.
  case term
  /// The words given and one that follows them in the texts.
  case phrase
  /// One who speaks in the collection.
  case speaker
  /// The title of documents.
  case title
}

/// What the beginning of a word may become.
package struct Suggestion: Equatable, Sendable {
  package var text: String
  package var kind: SuggestionKind
  /// Of a term, the paragraphs in which it stands in any form; of a phrase, those in which it stands, nil if that would take too long
  /// to count; of a speaker, the statements; of a title, the documents.
  package var count: Int?
  /// Of a speaker, the other name, folded, from the word on that begins so; nil if the one that is suggested has such a word.
  package var alias: String?
}
