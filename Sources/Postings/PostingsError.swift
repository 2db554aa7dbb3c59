/// What is wrong with the bytes of a posting list.
///
/// Thrown by the decoders before a wrong value is used; the room that knows the file adds its path.
package struct PostingsError: Error, Equatable {
  /// Bytes from the start of the section that was lent.
  package var offset: Int
  /// What was found and what was expected.
  package var reason: String

  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}
