/// What a segment keeps of a document.
package struct StoredDocument: Equatable, Sendable {
  package var id: String
  /// Relative to the corpus root.
  package var path: String
  package var title: String
  /// The first and the last day it is dated, `yyyymmdd`; nil without a date.
  package var days: ClosedRange<Int32>?
  package var kind: String?
  package var publisher: String?
  package var language: String?
  package var symbol: String?
  /// Its units, in order.
  package var units: Range<Int>
  /// Words in its units.
  package var wordCount: Int

  /// A document whose units are still to come.
  package init(
    id: String, path: String, title: String, days: ClosedRange<Int32>? = nil, kind: String? = nil,
    publisher: String? = nil, language: String? = nil, symbol: String? = nil
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.days = days
    self.kind = kind
    self.publisher = publisher
    self.language = language
    self.symbol = symbol
    units = 0..<0
    wordCount = 0
  }
}

/// What a segment keeps of a unit.
package struct StoredUnit: Equatable, Sendable {
  /// The document's number in the segment.
  package var document: Int
  /// The number in the segment of the section it stands in.
  package var heading: Int
  /// The kind of paragraph, as Corpus numbers them.
  package var kind: UInt8
  /// UTF-8.
  package var text: [UInt8]
  /// Where runs of the text stand in the source, in order; the first at 0.
  package var pieces: [StoredPiece]
  /// The source's line, from 1, where the unit ends.
  package var endLine: Int
  /// The positions of the words that each sentence but the first begins with, ascending.
  package var sentenceStarts: [UInt32]

  package init(
    document: Int = 0, heading: Int, kind: UInt8, text: [UInt8], pieces: [StoredPiece], endLine: Int,
    sentenceStarts: [UInt32] = []
  ) {
    self.document = document
    self.heading = heading
    self.kind = kind
    self.text = text
    self.pieces = pieces
    self.endLine = endLine
    self.sentenceStarts = sentenceStarts
  }
}

/// A run of a unit's text that stands in the source as it is.
package struct StoredPiece: Equatable, Sendable {
  /// UTF-8 offset in the unit's text.
  package var textOffset: Int
  /// Line of the source, from 1.
  package var line: Int
  /// Column in UTF-8 bytes, from 1.
  package var column: Int

  package init(textOffset: Int, line: Int, column: Int) {
    self.textOffset = textOffset
    self.line = line
    self.column = column
  }
}
