internal import Segment

/// Walks to the terms of a segment that are near a word, past those that begin as no near term does.
///
/// Neighbours in the dictionary begin alike: the states of the automaton after each scalar of a term are kept, and the next term goes
/// on from the last that they share. Where a term's beginning leads nowhere, the walk goes on at the least beginning
/// behind it that may lead somewhere.
struct FuzzyWalk {
  private var walk: TermWalk
  private let automaton: LevenshteinAutomaton
  /// The scalars of the present term that were looked at, where each ends in its bytes, and the state behind it.
  private var path: [Step] = []
  private let start: LevenshteinAutomaton.State
  /// The bytes that ``path`` spells.
  private var spelled: [UInt8] = []
  /// No term behind the present one is near.
  private var isOver = false
  private var lookedAtCount = 0
  private static let termsPerCheck = 1_024

  private struct Step {
    var scalar: UInt32
    var end: Int
    var state: LevenshteinAutomaton.State
  }

  init(in segment: SegmentReader, near word: [UInt8], edits: Int) throws(SegmentError) {
    walk = try TermWalk(in: segment)
    automaton = LevenshteinAutomaton(word: TermScalars.all(of: word), edits: edits)
    start = automaton.start
  }

  /// The next near term; nil when there is none any more.
  mutating func next(_ options: SearchOptions) throws(SearchError) -> TermMatch? {
    var match: TermMatch?
    while match == nil, !isOver, !walk.isAtEnd {
      if lookedAtCount.isMultiple(of: Self.termsPerCheck) { try options.checkDeadline() }
      lookedAtCount += 1
      match = try SearchError.reading { () throws(SegmentError) in try look() }
    }
    return match
  }

  /// Looks at the present term, and goes on.
  ///
  /// - Returns: It, if it is near.
  private mutating func look() throws(SegmentError) -> TermMatch? {
    if follow() {
      let found = automaton.distance(at: path.last?.state ?? start).map {
        TermMatch(number: walk.number, bytes: walk.term, distance: $0)
      }
      try walk.next()
      return found
    }
    try skip()
    return nil
  }

  /// Looks at the present term from where it differs from the one before; false if its last scalar looked at leads nowhere.
  private mutating func follow() -> Bool {
    let term = walk.term
    var shared = 0
    let both = min(spelled.count, term.count)
    while shared < both, spelled[shared] == term[shared] { shared += 1 }
    while let last = path.last, last.end > shared { path.removeLast() }
    var offset = path.last?.end ?? 0
    spelled.removeSubrange(offset...)
    var state = path.last?.state ?? start
    while offset < term.count {
      let (scalar, end) = TermScalars.scalar(of: term, at: offset)
      state = automaton.state(after: scalar, from: state)
      path.append(Step(scalar: scalar, end: end, state: state))
      spelled.append(contentsOf: term[offset..<end])
      if state.isDead { return false }
      offset = end
    }
    return true
  }

  /// Goes on behind all terms that begin as ``path`` spells, to the least beginning that may lead on.
  private mutating func skip() throws(SegmentError) {
    while let step = path.popLast() {
      let state = path.last?.state ?? start
      guard let scalar = automaton.scalar(behind: step.scalar, from: state) else { continue }
      spelled.removeSubrange((path.last?.end ?? 0)...)
      try walk.advance(to: spelled + TermScalars.bytes(of: scalar))
      return
    }
    isOver = true
  }
}
