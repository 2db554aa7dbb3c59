import Text

/// What a query asks of a document, or of the section that a paragraph stands in: `title:dialogue`, `kind:speech`.
package struct DocumentTest: Hashable, Sendable {
  package enum Field: String, CaseIterable, Sendable {
    /// Its id.
    case doc
    /// Words of its title.
    case title
    /// Words of a heading that the paragraph stands under.
    case section
    case kind
    case symbol
    /// Its language.
    case lang

    /// Whether words of it are asked for rather than the whole.
    package var isOfWords: Bool { self == .title || self == .section }
  }

  package enum Value: Hashable, Sendable {
    /// The whole, case and accents folded (``Text/NameKey``); with `isPrefix` what it begins with.
    case name(key: [UInt8], isPrefix: Bool)
    /// Words, all of which must be in it.
    case words([QueryWord])
    /// Words one after the other.
    case phrase([QueryWord])
    /// A word that the pattern stands for.
    case pattern(QueryPattern)
  }

  package var field: Field
  package var value: Value
  /// As written.
  package var text: String

  package init(_ field: Field, _ value: Value, text: String) {
    self.field = field
    self.value = value
    self.text = text
  }
}

extension DocumentTest {
  /// Reads the value of a field; nil if it has no word.
  init?(_ field: Field, of text: String, isQuoted: Bool, isPrefix: Bool, _ reader: inout QueryWordReader) {
    if field.isOfWords {
      // As in the text itself: `follow-up` is a phrase.
      guard let leaf = reader.leaf(of: text, style: isQuoted ? .quoted : .bare) else { return nil }
      self.init(field, ofWords: leaf, text: text)
    } else {
      var keys = NameKey()
      guard let key = keys.key(of: text) else { return nil }
      self.init(field, .name(key: key, isPrefix: isPrefix), text: text)
    }
  }
  /// Asks for what `leaf` asks of a text; nil if that is neither a word nor a phrase nor a pattern.
  init?(_ field: Field, ofWords leaf: Query, text: String) {
    switch leaf {
    case .word(let word): self.init(field, .words([word]), text: text)
    case .phrase(let words): self.init(field, .phrase(words), text: text)
    case .pattern(let pattern): self.init(field, .pattern(pattern), text: text)
    default: return nil
    }
  }
}
