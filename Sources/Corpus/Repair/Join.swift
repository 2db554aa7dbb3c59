/// A place where two lines of the source meet in a paragraph.
package struct Join: Sendable, Equatable {
  /// What parted the lines.
  package enum Cause: UInt8, Sendable, CaseIterable {
    /// A line's end: the text is set in lines of a column's width.
    case wrap
    /// Blank lines in the midst of a sentence, where a page ended or a link was set apart.
    case blankLine
    /// A form feed, or a page's number or head.
    case pageBreak
    /// A link on a line of its own.
    case link
  }

  /// What became of a word cut at its hyphen.
  package enum Hyphen: UInt8, Sendable, CaseIterable {
    case kept
    /// Taken out, since the whole word stands elsewhere in the document.
    case dropped
    /// A soft hyphen, which is always taken out.
    case soft
  }

  /// The line before, from 1.
  package var line: Int
  /// The line that was joined to it.
  package var nextLine: Int
  package var cause: Cause
  /// Nil if no word was cut.
  package var hyphen: Hyphen?
  /// Whether a space stands in the paragraph where the lines meet.
  package var hasSpace: Bool
}

extension Join {
  init(_ previous: Row, _ next: Row, joint: RowJoint) {
    line = previous.line
    nextLine = next.line
    if next.flags.contains(.followsPageBreak) {
      cause = .pageBreak
    } else if next.blanksBefore > 0 {
      cause = previous.flags.contains(.isLink) || next.flags.contains(.isLink) ? .link : .blankLine
    } else {
      cause = .wrap
    }
    switch joint {
    case .dropHyphen: hyphen = .dropped
    case .nothing where previous.flags.contains(.endsInSoftHyphen): hyphen = .soft
    case .nothing where previous.ending == .hyphen: hyphen = .kept
    case .nothing, .space: hyphen = nil
    }
    hasSpace = joint == .space
  }
}
