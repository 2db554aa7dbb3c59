extension PredicateReader {
  /// What says so in other words: `took the opportunity to welcome`, `began by recalling`, `was concerned that`, `is of the view
  /// that`, `would like to stress`.
  func periphrasis(at index: Int, before end: Int, _ state: State) -> Predicate? {
    if state.be, !state.modal { return stance(at: index, before: end) }
    guard !state.negated, !state.be else { return nil }
    if state.modal {
      guard passage.is(.like, at: index), passage.is(.to, at: index + 1) else { return nil }
      return infinitive(behind: index + 1, before: end)
    }
    guard passage.isA(.periphrasis, at: index) else { return nil }
    var next = index + 1
    while next < end, next - index <= 8, passage.isPlain(at: next) {
      if passage.is(.to, at: next), let predicate = infinitive(behind: next, before: end) { return predicate }
      if passage.is(.by, at: next) || passage.is(.in, at: next),
        let predicate = gerund(at: next + 1, before: end)
      {
        return Predicate(voice: .active, verb: predicate.verb, end: predicate.end)
      }
      next += 1
    }
    return nil
  }

  /// The verb behind `to`.
  private func infinitive(behind to: Int, before end: Int) -> Predicate? {
    var index = to + 1
    while index < end, index - to < 4, passage.isPlain(at: index) {
      if grammar.forms(of: passage.words[index].lexeme).contains(.base), isComplete(index, before: end) {
        return Predicate(voice: .active, verb: index, end: index + 1)
      }
      // `to both note … as well as share`
      guard passage.isAdverb(at: index) || passage.isA(.determiner, at: index) else { return nil }
      index += 1
    }
    return nil
  }

  /// A state of mind behind a form of `be`: `concerned that`, `of the view that`, `in favour of`, `clear that`.
  private func stance(at index: Int, before end: Int) -> Predicate? {
    if passage.isA(.stanceAdjective, at: index), index + 1 < end, passage.isPlain(at: index + 1),
      passage.isA(.objectOpener, at: index + 1) || passage.isA(.preposition, at: index + 1)
    {
      return Predicate(voice: .active, verb: index, end: index + 1)
    }
    if passage.isA(.clearness, at: index), passage.is(.that, at: index + 1) {
      return Predicate(voice: .active, verb: index, end: index + 1)
    }
    if passage.is(.among, at: index) { return amongThose(at: index, before: end) }
    guard passage.is(.of, at: index) || passage.is(.in, at: index) else { return nil }
    var object = index + 1
    while object < end, object - index <= 3, passage.isPlain(at: object) {
      if passage.isA(.stanceObject, at: object) {
        return Predicate(voice: .active, verb: object, end: object + 1)
      }
      guard passage.isA([.determiner, .possessor], at: object) || passage.isAdverb(at: object) else {
        return nil
      }
      object += 1
    }
    return nil
  }

  /// `were among those that pointed to`, `was among the countries which noted`.
  private func amongThose(at among: Int, before end: Int) -> Predicate? {
    for index in among + 1..<max(among + 1, min(end, among + 5))
    where passage.is(.that, at: index) || passage.is(.who, at: index) {
      return finite(at: index + 1, before: end, isPlural: true)
    }
    return nil
  }
}
