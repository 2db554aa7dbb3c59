/// A name that a speaker may go by, as a query writes it.
package struct SpeakerName: Hashable, Sendable {
  /// As written.
  package var text: String
  /// Its words, folded, with a space between: what names in an index are compared by.
  package var key: [UInt8]

  package init(text: String, key: [UInt8]) {
    self.text = text
    self.key = key
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
