/// A paragraph of what is imported, before it is written as Markdown.
package struct Block: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case prose
    case bullet
    /// An item of a numbered list; the number is part of the text, as it is for readers.
    case item
    /// Level 1 to 6.
    case heading(level: Int)
  }

  package private(set) var kind: Kind
  /// UTF-8 with single spaces, at least one visible character.
  package let text: [UInt8]

  /// A block of what ``BlockText`` has gathered; nil if that says nothing.
  ///
  /// A sign in front that the corpus would take for a bullet (`- `, `•`) makes a bullet of prose and goes, and from a heading it goes
  /// as well. A rule of dashes or the like is nothing.
  package init?(_ kind: Kind, _ gathered: BlockText) {
    var rest = gathered.bytes[...]
    var kind = kind
    if gathered.beginsWithGlyph, kind == .prose { kind = .bullet }
    switch kind {
    case .prose:
      if let count = BlockText.dashCount(rest) {
        rest = rest.dropFirst(count)
        kind = .bullet
      }
    case .heading:
      while let count = BlockText.dashCount(rest) ?? BlockText.glyphCount(rest) {
        rest = rest.dropFirst(count)
      }
    case .bullet, .item: break
    }
    guard !rest.isEmpty, !BlockText.isRule(rest) else { return nil }
    self.kind = kind
    text = Array(rest)
  }

  package var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
