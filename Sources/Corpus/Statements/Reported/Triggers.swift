/// Tells sentences in which somebody may be said to speak from those that need no closer look.
///
/// Most sentences hold some form of some verb of saying (`to support`, `we welcome`, `calls for help`). Only those are read
/// where such a form has a word before it that can end a speaker's phrase, or stands in one of the other places that the rules
/// know. What is passed over here no rule would take; a test compares the two.
struct Triggers {
  let passage: Passage

  /// Classes of words without one of which a sentence reports nothing.
  static let signs: WordClass = [
    .speechVerb, .accordance, .opinionNoun, .stanceAdjective, .stanceObject, .clearness,
  ]

  /// How far the rules look back from a verb for the words that it hangs on.
  private static let reach = 24
  private static let subjectEnds: WordClass = [
    .groupNoun, .roleHead, .roleQualifier, .product, .personalPronoun, .pronounGroup, .quantifier,
    .subordinator, .beginsName,
  ]

  func mayReport(_ sentence: TextSentence) -> Bool {
    guard !sentence.classes.isDisjoint(with: Self.signs) else { return false }
    if !sentence.classes.isDisjoint(with: [.accordance, .opinionNoun]) { return true }
    return sentence.words.contains { passage.isA(Self.signs, at: $0) && isTrigger($0, in: sentence.words) }
  }

  private func isTrigger(_ verb: Int, in words: Range<Int>) -> Bool {
    guard verb > words.lowerBound else { return false }
    // `is of the view`, `was in favour`
    if passage.isA(.stanceObject, at: verb) { return true }
    // `stressed by`, also with a small word between: `called for by`.
    for index in verb + 1..<max(verb + 1, min(words.upperBound, verb + 4)) where passage.is(.by, at: index) {
      return true
    }
    var index = verb
    while passage.isPlain(at: index), index > words.lowerBound, isAuxiliary(index - 1) { index -= 1 }
    guard index > words.lowerBound else { return true }
    // An auxiliary: the verb may be passive.
    if index < verb, passage.isA(.be, at: verb - 1) || passage.isA(.pastBe, at: index) { return true }
    guard passage.isPlain(at: index) else { return true }
    let before = passage.words[index - 1]
    if !before.shape.isDisjoint(with: [.capital, .digit])
      || !before.classes.isDisjoint(with: Self.subjectEnds)
    {
      return true
    }
    return hangsOnEarlier(index, in: words)
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    passage.isAdverb(at: index) || passage.isA([.be, .have, .doing, .modal, .negation], at: index)
  }

  /// `participants from the region stressed`, `took the opportunity to welcome`, `with some of them noting`.
  private func hangsOnEarlier(_ verb: Int, in words: Range<Int>) -> Bool {
    var index = verb - 1
    while index >= words.lowerBound, verb - index <= Self.reach {
      if passage.isA([.groupNoun, .roleHead, .periphrasis, .pronounGroup], at: index)
        || passage.is(.with, at: index)
        || passage.is(.like, at: index)
      {
        return true
      }
      guard passage.isPlain(at: index) else { return false }
      index -= 1
    }
    return false
  }
}
