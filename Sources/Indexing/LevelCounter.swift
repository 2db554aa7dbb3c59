internal import Segment

/// Counts in how many documents and statements terms stand, as these come in corpus order.
struct LevelCounter {
  private var frequencies: [SegmentWriter.LevelFrequencies] = []
  /// The last document and the last statement that were counted, plus one; 0 for none.
  private var last: [(document: UInt32, statement: UInt32)] = []

  /// Counts an occurrence of a term.
  ///
  /// - Parameter term: Its number; at most one more than the greatest so far.
  mutating func count(_ term: Int, document: Int, statement: Int?) {
    if term == last.count {
      last.append((0, 0))
      frequencies.append(SegmentWriter.LevelFrequencies())
    }
    if last[term].document != UInt32(document) + 1 {
      last[term].document = UInt32(document) + 1
      frequencies[term].documents += 1
    }
    if let statement, last[term].statement != UInt32(statement) + 1 {
      last[term].statement = UInt32(statement) + 1
      frequencies[term].statements += 1
    }
  }

  subscript(term: Int) -> SegmentWriter.LevelFrequencies { frequencies[term] }
}
