internal import Segment

/// The hash that a paragraph is cited with, so that a citation tells whether its text has changed since.
package enum CitationDigits {
  /// The first six hex digits of the SHA-256 of `text`'s UTF-8.
  package static func of(_ text: String) -> String {
    Array(SHA256.hash(Array(text.utf8)).prefix(3)).hex
  }
}
