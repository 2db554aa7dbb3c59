import Text

/// A name that a speaker may go by, as a query writes it.
package struct SpeakerName: Hashable, Sendable {
  /// As written.
  package var text: String
  /// What names in an index are compared by: ``Text/NameKey``.
  package var key: [UInt8]

  package init(text: String, key: [UInt8]) {
    self.text = text
    self.key = key
  }
}

extension SpeakerName {
  /// The name that `text` is; nil if it has no word.
  init?(_ text: String) {
    var keys = NameKey()
    guard let key = keys.key(of: text) else { return nil }
    self.init(text: text, key: key)
  }
}

/// In what form a statement stands in its document.
package enum StatementMode: String, CaseIterable, Sendable {
  /// The document is a speech.
  case speech
  /// A turn in a verbatim record.
  case turn
  /// Reported in somebody else's words.
  case reported
}
