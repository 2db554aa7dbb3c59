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
  /// - Complexity: That of the way to the *m* terms within two edits, and O(*m* · *s*) for *s* segments.
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
    var near: [Near] = []
    var counts: [[UInt8]: Int] = [:]
    for (number, term) in candidates.enumerated()
    where term.bytes != word && term.documentFrequency >= leastFrequency {
      if number.isMultiple(of: Self.termsPerCheck) { try options.checkDeadline() }
      let others = TermScalars.all(of: term.bytes)
      if isShort, others.first != scalars.first { continue }
      guard let distance = comparison.distance(to: others[...]) else { continue }
      let stem = form == .exact ? term.bytes : Analyzer.stem(of: term.bytes[...])
      if counts[stem] == nil { counts[stem] = try segments.paragraphCount(ofForm: form, of: term) }
      near.append(
        Near(
          term: term, stem: stem, distance: distance, begins: others.first == scalars.first,
          count: counts[stem] ?? 0))
    }
    near.sort { $0.isLikelier(than: $1) }
    var stems: Set<[UInt8]> = []
    return near.filter { stems.insert($0.stem).inserted }.prefix(limit).map {
      NearTerm(
        term: String(decoding: $0.term.bytes, as: UTF8.self), distance: $0.distance,
        documentFrequency: $0.count)
    }
  }

  private static let scalarsForOneEdit = 3
  private static let scalarsForTwoEdits = 5
  private static let termsPerCheck = 1_024
  /// In paragraphs; more in a large collection.
  private static let leastFrequencyIfShort = 10
}

/// A term near a word.
private struct Near {
  var term: ExpandedTerm
  /// What is named once: the stem, or where forms count by themselves the term.
  var stem: [UInt8]
  var distance: Int
  /// Whether it begins as the word does.
  var begins: Bool
  /// Paragraphs in which it stands, in the form that was asked for.
  var count: Int

  func isLikelier(than other: Near) -> Bool {
    if distance != other.distance { return distance < other.distance }
    if begins != other.begins { return begins }
    if count != other.count { return count > other.count }
    if term.documentFrequency != other.term.documentFrequency {
      return term.documentFrequency > other.term.documentFrequency
    }
    return term.bytes.lexicographicallyPrecedes(other.term.bytes)
  }
}
