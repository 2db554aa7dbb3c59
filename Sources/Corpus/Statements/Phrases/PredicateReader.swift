/// Reads verb groups: auxiliaries, adverbs and the verb, with tense, voice and negation.
///
/// What somebody should or will say has not been said, nor has what somebody did not say; but `did not support` says something.
struct PredicateReader {
  let grammar: SpeechGrammar
  let passage: Passage

  /// The most words of a group before its verb.
  private static let longest = 14

  struct State {
    var have = false
    var be = false
    var doing = false
    var modal = false
    var negated = false
  }

  /// The finite verb group that begins at word `start`, its subject right before it.
  ///
  /// - Parameter isPlural: Whether the subject is plural, which decides between `note` and `notes`.
  func finite(at start: Int, before end: Int, isPlural: Bool) -> Predicate? {
    var state = State()
    var index = start
    while index < end, index - start < Self.longest {
      guard index == start || isInside(index) else { return nil }
      if let predicate = verb(at: index, before: end, state, isPlural: isPlural) { return predicate }
      guard advance(&state, at: index, before: end) else {
        return periphrasis(at: index, before: end, state)
      }
      index += 1
    }
    return nil
  }

  /// The group that begins with a form in -ing: `noting`, `also emphasizing`.
  func gerund(at start: Int, before end: Int) -> Predicate? {
    var index = start
    while index < end, index - start < 4, index == start || isInside(index) {
      if grammar.forms(of: passage.words[index].lexeme).contains(.gerund), isComplete(index, before: end) {
        return Predicate(voice: .gerund, verb: index, end: index + 1)
      }
      guard passage.isAdverb(at: index), !passage.isA(.negation, at: index) else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether nothing but adverbs' commas stands before the word.
  private func isInside(_ index: Int) -> Bool {
    let gap = passage.words[index].gap
    return gap.isPlain
      || gap.isSubset(of: [.comma, .space])
        && (passage.isAdverb(at: index) || passage.isAdverb(at: index - 1))
  }

  private func advance(_ state: inout State, at index: Int, before end: Int) -> Bool {
    if passage.isA(.negation, at: index) {
      state.negated = true
    } else if passage.isA(.have, at: index) {
      state.have = true
    } else if passage.isA(.be, at: index) {
      state.be = true
    } else if passage.isA(.doing, at: index) {
      state.doing = true
    } else if passage.isA(.modal, at: index) {
      state.modal = true
    } else {
      return passage.isAdverb(at: index)
    }
    return true
  }

  /// The predicate if the word at `index` is its verb.
  private func verb(at index: Int, before end: Int, _ state: State, isPlural: Bool) -> Predicate? {
    let lexeme = passage.words[index].lexeme
    guard passage.isA(.speechVerb, at: index) else { return nil }
    let forms = grammar.forms(of: lexeme)
    if state.be {
      if forms.contains(.gerund), !state.modal { return predicate(index, state, before: end) }
      return forms.contains(.participle) ? Predicate(voice: .passive, verb: index, end: index + 1) : nil
    }
    if state.modal { return nil }
    if state.have { return forms.contains(.participle) ? predicate(index, state, before: end) : nil }
    if state.doing { return forms.contains(.base) ? predicate(index, state, before: end) : nil }
    if forms.contains(.past), !passage.is(.by, at: index + 1) { return predicate(index, state, before: end) }
    let agrees = isPlural ? forms.contains(.base) : forms.contains(.third)
    guard agrees, let verb = grammar.verb(of: lexeme), !verb.mayBeNoun || opensObject(index + 1, before: end)
    else {
      return nil
    }
    return predicate(index, state, before: end)
  }

  private func predicate(_ index: Int, _ state: State, before end: Int) -> Predicate? {
    guard !state.negated || passage.isA(.stanceVerb, at: index), isComplete(index, before: end) else {
      return nil
    }
    return Predicate(voice: .active, verb: index, end: index + 1)
  }

  private func opensObject(_ index: Int, before end: Int) -> Bool {
    guard index < end else { return false }
    return passage.isA(.objectOpener, at: index)
      || !passage.words[index].gap.isDisjoint(with: [.openQuote, .colon])
  }

  /// Whether a participle reports speech: `was raised by`, but not `was made by`.
  func isCompleteInPassive(_ index: Int, before end: Int) -> Bool {
    let verb = grammar.verb(of: passage.words[index].lexeme)
    return verb?.isFreeInPassive ?? false || isComplete(index, before: end)
  }

  /// Whether what has to follow the verb follows it.
  func isComplete(_ index: Int, before end: Int) -> Bool {
    guard let verb = grammar.verb(of: passage.words[index].lexeme) else { return false }
    if verb.isFree { return true }
    var next = index + 1
    while next < end, next - index < 4, passage.isAdverb(at: next), !passage.isA(.negation, at: next) {
      next += 1
    }
    if next < end {
      if verb.nextWords.contains(passage.words[next].lexeme), passage.isPlain(at: next) { return true }
      if verb.takesClause, !passage.words[next].gap.isDisjoint(with: [.openQuote, .colon]) { return true }
    }
    var near = index + 1
    while near < end, near - index <= 8, passage.words[near].gap.isDisjoint(with: [.stop, .semicolon]) {
      if verb.nearWords.contains(passage.words[near].lexeme) { return true }
      near += 1
    }
    return false
  }
}
