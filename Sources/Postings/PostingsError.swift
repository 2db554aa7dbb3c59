/// What is wrong with the bytes of a posting list.
///
/// Thrown by the decoders before a wrong value is used; the room that knows the file adds its path.
package struct PostingsError: Error, Equatable {
  /// A list lies in two sections.
  package enum Part: Sendable {
    case postings
    case positions
  }

  package var part: Part
  /// Bytes from the start of the section that was lent.
  package var offset: Int
  /// What was found and what was expected.
  package var reason: String

  package init(_ part: Part = .postings, offset: Int, reason: String) {
    self.part = part
    self.offset = offset
    self.reason = reason
  }
}
