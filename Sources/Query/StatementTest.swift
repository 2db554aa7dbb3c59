import Text

/// A name that a speaker may go by, as a query writes it.
package struct SpeakerName: Hashable, Sendable {
  /// As written.
  package var text: String
  /// What names in an index are compared by: ``Text/NameKey``.
  package var key: [UInt8]
  /// The key without the words of an office around it, for where nobody bears all of the name: `the French delegation`
  /// is `french`. nil if there are none.
  package var bareKey: [UInt8]?
  /// All names of whoever is known by this one (``KnownNames``), for where nobody of that name speaks.
  package var knownKeys: [[UInt8]] = []

  package init(text: String, key: [UInt8], bareKey: [UInt8]? = nil) {
    self.text = text
    self.key = key
    self.bareKey = bareKey
  }
}

extension SpeakerName {
  /// The name that `text` is; nil if it has no word.
  package init?(_ text: String) {
    var keys = NameKey()
    guard let key = keys.key(of: text) else { return nil }
    var words = key.split(separator: 0x20)[...]
    while words.count > 1, let word = words.first, Self.roles.contains(Array(word)) { words.removeFirst() }
    while words.count > 1, let word = words.last, Self.roles.contains(Array(word)) { words.removeLast() }
    let bareKey = Array(words.joined(separator: [0x20]))
    self.init(text: text, key: key, bareKey: bareKey == key ? nil : bareKey)
  }

  /// Words that stand around the name of a state and mean whoever speaks for it.
  private static let roles = Set(
    """
    the of for to a an government delegation delegate delegates representative representatives permanent mission \
    ambassador minister ministry foreign affairs prime deputy mr mrs ms dr h e his her excellency
    """.split(separator: " ").map { Array($0.utf8) })
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
