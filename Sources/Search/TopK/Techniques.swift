/// What lets the best units be found, and all be counted, without scoring every match.
///
/// Each can be left out, to see what it gives; the answers stay the same, bit for bit. Users have no such choice.
package struct Techniques: OptionSet, CaseIterable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// What cannot be among the best is passed over; all that follows, but counting and pairs, builds on it.
  package static let pruning = Techniques(rawValue: 1 << 0)
  /// The best of one word or pair are taken from the leaders of its list.
  package static let leaders = Techniques(rawValue: 1 << 1)
  /// What leaders score, or all postings of a rare word, is a threshold from the start; and what leaders score bounds a list.
  package static let thresholds = Techniques(rawValue: 1 << 2)
  /// Bounds of a window are those of its blocks, not of the whole list.
  package static let blockBounds = Techniques(rawValue: 1 << 3)
  /// A posting is passed over for its frequency and its unit's length before other lists are asked, not only after.
  package static let cutOff = Techniques(rawValue: 1 << 4)
  /// In a union, what frequent words have is looked up as bits before anything is completed.
  package static let presence = Techniques(rawValue: 1 << 5)
  /// Phrases are found in the lists of pairs.
  package static let pairs = Techniques(rawValue: 1 << 6)
  /// Units are counted without being scored.
  package static let counting = Techniques(rawValue: 1 << 7)
  /// Units are left out by bounds of the ranges they lie in, which are kept of frequent words.
  package static let ranges = Techniques(rawValue: 1 << 8)

  package static let allCases: [Techniques] = [
    .pruning, .leaders, .thresholds, .blockBounds, .cutOff, .presence, .pairs, .ranges, .counting,
  ]
  package static let all = Techniques(allCases)
}
