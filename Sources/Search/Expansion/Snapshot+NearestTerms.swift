package import Query
internal import Segment
internal import Text

/// A term that a word may have been meant to be.
package struct NearTerm: Equatable, Sendable {
  /// Folded.
  package var term: String
  /// Edits between the two, the exchange of two neighbours being one.
  package var distance: Int
  /// Paragraphs in which it stands, in the form that was asked for.
  package var documentFrequency: Int
}

extension Snapshot {
  /// The terms that `word` may have been meant to be, the likeliest first; never the word itself.
  ///
  /// Terms one edit away come before those two away, which are too many for words of less than five letters; then those that begin
  /// with the word's first letter, which is seldom missed; then those that stand in the most paragraphs. In any form, of terms with one
  /// stem only the likeliest is named. Of three letters one edit makes
  /// almost any word, and so only what is frequent counts and begins as it does; of one or two nothing is near.
  ///
  /// - Parameters:
  ///   - word: Folded UTF-8.
  ///   - form: In which the terms are counted.
  /// - Throws: `deadlineExceeded` if the options' deadline passes while the dictionaries are looked through.
  package func nearestTerms(
    to word: [UInt8], in form: QueryWord.Form, limit: Int = 3, _ options: SearchOptions = SearchOptions()
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
    var near: [(term: ExpandedTerm, near: NearTerm, begins: Bool)] = []
    for term in candidates where term.bytes != word && term.documentFrequency >= leastFrequency {
      let others = TermScalars.all(of: term.bytes)
      if isShort, others.first != scalars.first { continue }
      guard let distance = comparison.distance(to: others[...]) else { continue }
      let text = String(decoding: term.bytes, as: UTF8.self)
      let count = try form == .exact ? term.documentFrequency : segments.paragraphCount(ofAnyFormOf: term)
      near.append(
        (
          term, NearTerm(term: text, distance: distance, documentFrequency: count),
          others.first == scalars.first
        ))
    }
    near.sort { one, other in
      if one.near.distance != other.near.distance { return one.near.distance < other.near.distance }
      if one.begins != other.begins { return one.begins }
      let (count, otherCount) = (one.near.documentFrequency, other.near.documentFrequency)
      if count != otherCount { return count > otherCount }
      let (own, otherOwn) = (one.term.documentFrequency, other.term.documentFrequency)
      if own != otherOwn { return own > otherOwn }
      return one.term.bytes.lexicographicallyPrecedes(other.term.bytes)
    }
    if form == .anyForm {
      var stems: Set<[UInt8]> = []
      near = near.filter { stems.insert(Analyzer.stem(of: $0.term.bytes[...])).inserted }
    }
    return near.prefix(limit).map(\.near)
  }

  private static let scalarsForOneEdit = 3
  private static let scalarsForTwoEdits = 5
  /// In paragraphs; more in a large collection.
  private static let leastFrequencyIfShort = 10
}
