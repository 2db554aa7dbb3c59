extension SentenceReader {
  /// The verb group of which `phrase` is the subject, right behind it or behind words in commas; nil if it is the
  /// subject of no verb of saying.
  func predicate(of phrase: SpeakerPhrase) -> Predicate? {
    let index = phrase.words.upperBound
    guard index < range.upperBound else { return nil }
    let gap = passage.words[index].gap
    let isComma = gap.isSubset(of: [.comma, .space, .dash, .closeParenthesis])
    if gap.isPlain || phrase.endsInApposition && isComma || gap.isSubset(of: [.closeParenthesis, .space]) {
      if let predicate = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural) {
        return predicate
      }
    }
    if phrase.kind == .group || phrase.kind == .role, gap.isPlain, let found = behindModifier(phrase) {
      return found
    }
    if gap.isPlain, let found = behindOwnStatement(phrase) { return found }
    return gap.isPlain || gap.isDisjoint(with: [.comma, .dash, .openParenthesis]) ? nil : behindCommas(phrase)
  }

  /// `participants from the region stressed`: steps over a modifier without commas.
  private func behindModifier(_ phrase: SpeakerPhrase) -> Predicate? {
    var index = phrase.words.upperBound
    guard
      passage.isA(.preposition, at: index) || passage.is(.present, at: index) || passage.is(.who, at: index)
    else {
      return nil
    }
    let limit = min(range.upperBound, index + 12)
    // `those who spoke stressed`: the first verb is the relative clause's.
    index += passage.is(.who, at: index) ? 2 : 1
    while index < limit, passage.isPlain(at: index) {
      let isVerb = passage.isA([.speechVerb, .have], at: index) || passage.isAdverb(at: index)
      if isVerb, !passage.isA([.preposition, .determiner], at: index - 1),
        let found = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural)
      {
        return found.voice == .active ? found : nil
      }
      guard
        !passage.isA([.be, .modal, .clauseLink, .subordinator], at: index)
          || passage.isA(.coordinator, at: index)
      else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `France in its statement noted`.
  private func behindOwnStatement(_ phrase: SpeakerPhrase) -> Predicate? {
    let index = phrase.words.upperBound
    guard passage.is(.in, at: index), index + 2 < range.upperBound, passage.isA(.possessor, at: index + 1)
    else { return nil }
    for next in index + 3..<max(index + 3, min(range.upperBound, index + 6)) where passage.isPlain(at: next) {
      if let found = predicates.finite(at: next, before: range.upperBound, isPlural: phrase.isPlural) {
        return found
      }
    }
    return nil
  }

  /// `Brazil, whose initiative had been recalled, emphasized`: steps over words between commas, dashes or brackets.
  private func behindCommas(_ phrase: SpeakerPhrase) -> Predicate? {
    let first = phrase.words.upperBound
    let isLink = passage.isA(.clauseLink, at: first)
    guard
      !isLink || passage.isA(.subordinator, at: first) || passage.is(.as, at: first)
        || isParticiple(first + 1)
    else { return nil }
    let isRelative = passage.isA(.subordinator, at: first)
    var index = first + 1
    while index < min(range.upperBound, first + 30) {
      let gap = passage.words[index].gap
      guard gap.isDisjoint(with: [.stop, .semicolon, .colon]) else { return nil }
      if !gap.isDisjoint(with: [.comma, .dash, .closeParenthesis]),
        let found = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural)
      {
        return found
      }
      if !isRelative, passage.isA([.be, .have, .modal, .doing], at: index) { return nil }
      index += 1
    }
    return nil
  }

  /// A form in -ing, as in `while calling it positive`.
  private func isParticiple(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    let word = passage.words[index]
    return word.end - word.start > 4
      && passage.utf8[Int(word.end) - 3..<Int(word.end)].elementsEqual("ing".utf8)
  }

  /// Whether a phrase with this link may be the subject of a clause that reports.
  ///
  /// What hangs on a preposition is no subject, nor is what an object clause or a condition begins with (`the text that France
  /// proposed was adopted`, `if France objected`).
  func mayReport(_ link: ClauseLink, _ predicate: Predicate) -> Bool {
    switch link {
    case .preposition, .other, .with, .as: false
    case .subordinate(let word): !passage.isA(.dependence, at: word) && hasObject(predicate)
    default: true
    }
  }

  private func hasObject(_ predicate: Predicate) -> Bool {
    let next = predicate.end
    guard next < range.upperBound,
      passage.words[next].gap.isDisjoint(with: [.comma, .stop, .semicolon, .closeParenthesis])
    else { return false }
    return passage.isA(.objectOpener, at: next) || !passage.isA([.be, .have, .modal, .preposition], at: next)
  }
}
