internal import Query
internal import Segment

/// A term of one segment that a pattern stands for.
struct TermMatch {
  var number: Int
  var bytes: [UInt8]
  /// Edits between it and the pattern; 0 for a prefix.
  var distance: Int
}

extension TermPattern {
  /// Whether it stands for `term`.
  func matches(_ term: [UInt8]) -> Bool {
    if term.contains(where: \.isCapital) { return false }
    switch self {
    case .prefix(let prefix): return term.starts(with: prefix)
    case .fuzzy(let word, let edits):
      if term.contains(where: \.isCompoundMark) { return false }
      let automaton = LevenshteinAutomaton(word: TermScalars.all(of: word), edits: edits)
      var state = automaton.start
      for scalar in TermScalars.all(of: term) {
        state = automaton.state(after: scalar, from: state)
        if state.isDead { return false }
      }
      return automaton.distance(at: state) != nil
    }
  }

  /// The terms of a segment that it stands for, in order of their bytes.
  ///
  /// Words in capitals (`US`) are none, since the same word stands folded beside them; compounds (`focal-point`) are for prefixes only.
  func matches(in segment: SegmentReader, _ options: SearchOptions) throws(SearchError) -> [TermMatch] {
    var matches: [TermMatch] = []
    switch self {
    case .prefix(let prefix):
      var walk = try SearchError.reading { () throws(SegmentError) in try TermWalk(in: segment, from: prefix)
      }
      while !walk.isAtEnd, walk.term.starts(with: prefix) {
        if walk.number.isMultiple(of: Self.termsPerCheck) { try options.checkDeadline() }
        if !walk.term.contains(where: \.isCapital) {
          matches.append(TermMatch(number: walk.number, bytes: walk.term, distance: 0))
        }
        try SearchError.reading { () throws(SegmentError) in try walk.next() }
      }
    case .fuzzy(let word, let edits):
      var walk = try SearchError.reading { () throws(SegmentError) in
        try FuzzyWalk(in: segment, near: word, edits: edits)
      }
      while let match = try walk.next(options) {
        if !match.bytes.contains(where: { $0.isCapital || $0.isCompoundMark }) { matches.append(match) }
      }
    }
    return matches
  }

  private static let termsPerCheck = 1_024
}

extension UInt8 {
  fileprivate var isCapital: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  /// Between the parts of a compound, and in no other term.
  fileprivate var isCompoundMark: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "/") }
}
