internal import Query
internal import Segment
internal import Text

/// A term that a word may have been meant to be.
package struct NearTerm: Equatable, Sendable {
  /// Folded.
  package var term: String
  /// Edits between the two, the exchange of two neighbours being one.
  package var distance: Int
  /// Paragraphs in which it stands.
  package var documentFrequency: Int
}

extension Snapshot {
  /// The terms that `word` may have been meant to be, the likeliest first; never the word itself.
  ///
  /// Terms one edit away come before those two away, which are too many for words of less than five letters; then those that begin
  /// with the word's first letter, which is seldom missed; then those that stand in the most paragraphs. Of three letters one edit makes
  /// almost any word, and so only what is frequent counts and begins as it does; of one or two nothing is near.
  ///
  /// - Parameter word: Folded UTF-8.
  /// - Throws: `deadlineExceeded` if the options' deadline passes while the dictionaries are looked through.
  package func nearestTerms(
    to word: [UInt8], limit: Int = 3, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [NearTerm] {
    let scalars = TermScalars.all(of: word)
    if scalars.count < Self.scalarsForOneEdit { return [] }
    let isShort = scalars.count == Self.scalarsForOneEdit
    let reach = scalars.count < Self.scalarsForTwoEdits ? 1 : 2
    let leastFrequency =
      isShort ? max(Self.leastFrequencyIfShort, statistics.paragraphs.unitCount / 1_000) : 1
    // An exchange is two of Levenshtein's edits, so that all that count are among those two edits away.
    let candidates = try ExpandedTerm.all(matching: .fuzzy(word, edits: 2), in: segments, options)
    var comparison = BoundedEditDistance(to: scalars, limit: reach)
    var near: [(term: ExpandedTerm, distance: Int, begins: Bool)] = []
    for term in candidates where term.bytes != word && term.documentFrequency >= leastFrequency {
      let others = TermScalars.all(of: term.bytes)
      if isShort, others.first != scalars.first { continue }
      if let distance = comparison.distance(to: others[...]) {
        near.append((term, distance, others.first == scalars.first))
      }
    }
    near.sort { one, other in
      if one.distance != other.distance { return one.distance < other.distance }
      if one.begins != other.begins { return one.begins }
      if one.term.documentFrequency != other.term.documentFrequency {
        return one.term.documentFrequency > other.term.documentFrequency
      }
      return one.term.bytes.lexicographicallyPrecedes(other.term.bytes)
    }
    return near.prefix(limit).map {
      NearTerm(
        term: String(decoding: $0.term.bytes, as: UTF8.self), distance: $0.distance,
        documentFrequency: $0.term.documentFrequency)
    }
  }

  private static let scalarsForOneEdit = 3
  private static let scalarsForTwoEdits = 5
  /// In paragraphs; more in a large collection.
  private static let leastFrequencyIfShort = 10
}
