/// What became of every byte of a source: it stands in a paragraph, was taken out for a reason, or was a ligature.
///
/// It is made anew from the source when somebody asks, by the same steps in the same time as the document
/// (``CorpusReader/account(from:of:)``), so the index keeps nothing for it. A paragraph of the index and one of the
/// account are the same if their texts are; if the file has changed since, they may not be.
package struct SourceAccount: Sendable, Equatable {
  /// A run of the source.
  package struct Run: Sendable, Equatable {
    package enum Fate: Sendable, Equatable {
      /// Stands in the paragraph with this index.
      case kept(paragraph: Int)
      /// A ligature, written in these letters in the paragraph with this index.
      case spelled(String, paragraph: Int)
      case removed(Removal)
    }

    /// Offset of the first byte in the source.
    package var start: Int
    /// Offset just past the last byte.
    package var end: Int
    package var fate: Fate
  }

  /// The runs of the source in order: each begins where the one before it ends, the first at 0.
  package let runs: [Run]
  /// The joins of each paragraph.
  let joins: [[Join]]
  /// The first and last line of each paragraph.
  let lines: [ClosedRange<Int>]
  let source: [UInt8]

  init(of source: [UInt8], _ repair: Repair) {
    self.source = source
    joins = repair.joins
    lines = repair.lines
    var spans = Self.kept(of: repair, lineStarts: LineStarts(of: source), source: source)
    spans += repair.ledger.entries.compactMap(Self.removed)
    spans.sort { ($0.start, $1.end) < ($1.start, $0.end) }

    // What lies between the runs that the steps have named is white space; a run inside another is told by the outer.
    var runs: [Run] = []
    var offset = 0
    for var span in spans where span.end > offset {
      if span.start > offset { runs.append(Run(start: offset, end: span.start, fate: .removed(.whiteSpace))) }
      span.start = max(span.start, offset)
      runs.append(span)
      offset = span.end
    }
    if offset < source.count {
      runs.append(Run(start: offset, end: source.count, fate: .removed(.whiteSpace)))
    }
    self.runs = runs
  }

  private static func removed(_ entry: Ledger.Entry) -> Run? {
    guard case .removed(let removal) = entry.fate else { return nil }
    return Run(start: entry.start, end: entry.end, fate: .removed(removal))
  }

  /// The runs that stand in paragraphs, by their pieces.
  private static func kept(of repair: Repair, lineStarts: LineStarts, source: [UInt8]) -> [Run] {
    var letters: [Int: (end: Int, String)] = [:]
    for entry in repair.ledger.entries {
      if case .spelled(let string) = entry.fate { letters[entry.start] = (entry.end, string) }
    }
    var runs: [Run] = []
    for (index, paragraph) in repair.paragraphs.enumerated() {
      let ends = paragraph.pieces.dropFirst().map(\.textOffset) + [paragraph.utf8.count]
      for (piece, end) in zip(paragraph.pieces, ends) {
        let start = lineStarts.offset(ofLine: piece.line) + piece.column - 1
        if let (end, string) = letters[start] {
          runs.append(Run(start: start, end: end, fate: .spelled(string, paragraph: index)))
          continue
        }
        var count = end - piece.textOffset
        // A space at a piece's end may stand for other white space.
        if paragraph.utf8[end - 1] == 0x20, start + count > source.count || source[start + count - 1] != 0x20
        {
          count -= 1
        }
        runs.append(Run(start: start, end: start + count, fate: .kept(paragraph: index)))
      }
    }
    return runs
  }
}
