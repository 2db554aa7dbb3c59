/// What is wrong in a file of an index, and where.
package struct Damage: Equatable, Sendable, CustomStringConvertible {
  /// The file.
  package var path: String
  /// The section of a segment that holds the wrong value, or in which a damaged page begins; nil outside of sections.
  package var section: SegmentFormat.Section?
  /// Bytes from the start of the file.
  package var offset: Int
  /// What was found and what was expected.
  package var reason: String

  package init(path: String, section: SegmentFormat.Section? = nil, offset: Int, reason: String) {
    self.path = path
    self.section = section
    self.offset = offset
    self.reason = reason
  }

  package var description: String {
    "'\(path)' is damaged at byte \(offset)\(section.map { " (section \($0.name))" } ?? ""): \(reason)"
  }
}
