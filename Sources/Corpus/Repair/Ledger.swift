/// What the steps of repair have taken out of a source, and what they have written otherwise, in the order in which
/// they did.
///
/// White space is not entered: it is all that is neither here nor in a paragraph, which a test holds.
struct Ledger: Sendable {
  struct Entry: Equatable, Sendable {
    enum Fate: Equatable, Sendable {
      case removed(Removal)
      /// A ligature, written in its letters.
      case spelled(String)
    }

    /// Offset of the first byte in the source.
    var start: Int
    /// Offset just past the last byte.
    var end: Int
    var fate: Fate
  }

  private(set) var entries: [Entry] = []

  mutating func remove(_ start: Int, _ end: Int, as removal: Removal) {
    if start < end { entries.append(Entry(start: start, end: end, fate: .removed(removal))) }
  }

  mutating func spell(_ start: Int, _ end: Int, as letters: String) {
    entries.append(Entry(start: start, end: end, fate: .spelled(letters)))
  }
}
