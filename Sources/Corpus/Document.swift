package import Text

/// One source file, or one row of a table, after reading and repair: what is known of it and its paragraphs in order.
package struct Document: Sendable, Equatable {
  /// The path without its extension (with it where two files would share an id); `TABLE.csv/ROW` for a row.
  package var id: String
  /// The path relative to the corpus root, `/` between components.
  package var path: String
  package var title: String
  package var date: DateInterval?
  package var kind: String?
  package var publisher: String?
  package var language: String?
  package var symbol: String?
  /// Who says all of it, as written: names or codes; empty if not one speaker does, or nothing is said of it.
  package var speakers: [String]
  /// In what form it holds statements; nil if the text must tell.
  package var form: StatementForm?
  /// Paths of headings; a paragraph names its section by index. Section 0 is the text before any heading.
  package var sections: [Section]
  package var paragraphs: [Paragraph]
  /// How often repair did what to make the paragraphs.
  package var repairs: RepairCounts
  package var warnings: [Warning]
}

extension Document {
  /// A document with its metadata; what that does not say, the text may.
  init(
    id: String, path: String, title: String, metadata: DocumentMetadata, _ repair: Repair,
    paragraphs: [Paragraph]
  ) {
    self.init(
      id: id, path: path, title: title, date: metadata.date ?? repair.head.date, kind: metadata.kind,
      publisher: metadata.publisher, language: metadata.language, symbol: metadata.symbol,
      speakers: metadata.speakers, form: metadata.form, sections: repair.sections, paragraphs: paragraphs,
      repairs: repair.counts,
      warnings: [])
  }
}

/// A heading, under the headings it stands under.
package struct Section: Sendable, Hashable {
  /// The headings from the outermost in; empty before the first heading.
  package var headings: [String]
}

/// One block of prose, one bullet, one heading or one name of a bare list of names, after repair.
package struct Paragraph: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case prose = 0
    case bullet = 1
    case heading = 2
    case names = 3
  }

  package var kind: Kind
  /// Index into the document's `sections`.
  package var section: Int
  /// The repaired text, UTF-8.
  package var utf8: [UInt8]
  /// Where the text came from, in order of `textOffset`; the first starts at 0.
  package var pieces: [SourcePiece]

  /// The line of the source, from 1, on which the paragraph ends.
  package var endLine: Int

  package var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// A run of a paragraph's text that stands byte for byte in the source (a single space that stands for white space or a
/// line's end belongs to the piece before it), or the letters of a ligature, which are a piece of their own.
package struct SourcePiece: Sendable, Equatable {
  /// Offset of the run's first byte in the paragraph's text.
  package var textOffset: Int
  /// Line of the source, from 1.
  package var line: Int
  /// Column in the source's line, in UTF-8 bytes from 1.
  package var column: Int
}

/// Something odd about a document that did not keep it out of the index.
package struct Warning: Sendable, Hashable {
  package var path: String
  /// Line of the source, from 1; nil if it concerns the whole file.
  package var line: Int?
  package var message: String

  package init(path: String, line: Int?, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }
}
