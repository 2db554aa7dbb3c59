/// A run of the source that is inline markup, not text.
struct MarkupCut: Equatable, Sendable {
  enum Role: UInt8, Sendable {
    case linkOpen, linkClose
    case strongOpen, strongClose
    case underlineOpen, underlineClose
    /// Markup that says nothing about structure.
    case plain
    /// A tag such as `<br>` that parts words.
    case space
  }

  /// Offset of the first byte in the source.
  var start: Int
  /// Offset just past the last byte.
  var end: Int
  var role: Role
  /// What the receipt calls it.
  var removal: Removal
}
