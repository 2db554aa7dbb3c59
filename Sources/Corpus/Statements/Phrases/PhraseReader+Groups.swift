extension PhraseReader {
  /// Speakers without a name: `several delegations`, `one participant`, `a number of states`, `others`; with the names
  /// among them: `governments, including the United States and Tanzania,`.
  func groupItem(at start: Int, before end: Int) -> SpeakerPhrase? {
    guard !passage.isA(.nobody, at: start), var phrase = groupHead(at: start, before: end) else { return nil }
    takeMembers(&phrase, before: end)
    return phrase
  }

  private func groupHead(at start: Int, before end: Int) -> SpeakerPhrase? {
    var index = start
    var isQuantified = false
    var lastPronoun: Int?
    var unknown = 0
    while index < end, index - start < 10, index == start || passage.isPlain(at: index) {
      if passage.isA(.groupNoun, at: index),
        let phrase = groupNoun(at: index, from: start, before: end, isQuantified)
      {
        return phrase
      }
      if passage.isA([.quantifier, .quantity], at: index) {
        isQuantified = true
        if passage.isA(.pronounGroup, at: index) { lastPronoun = index }
      } else if passage.is(.of, at: index), isQuantified {
        lastPronoun = nil
      } else if passage.isA([.determiner, .groupModifier], at: index) || passage.isAdverb(at: index) {
        // `almost all member states`
      } else if isQuantified, unknown < 2, isPossibleModifier(index) {
        unknown += 1
      } else {
        break
      }
      index += 1
    }
    guard let last = lastPronoun, passage.words[last].shape.isDisjoint(with: .possessive) else { return nil }
    // `one`, `both` and numbers stand for speakers only where nothing follows that they could count.
    let isPlural = !passage.is(.one, at: last)
    return SpeakerPhrase(kind: .group, words: start..<last + 1, voices: [], isPlural: isPlural)
  }

  private func groupNoun(at index: Int, from start: Int, before end: Int, _ isQuantified: Bool)
    -> SpeakerPhrase?
  {
    var last = index
    while last + 1 < end, passage.isPlain(at: last + 1), passage.isA(.groupNoun, at: last + 1),
      !isVerbHere(last + 1, before: end)
    {
      last += 1
    }
    let isSingular = passage.isA(.singularGroupNoun, at: last)
    guard passage.words[last].shape.isDisjoint(with: .possessive),
      !isSingular || isCountable(start, isQuantified)
    else {
      return nil
    }
    let isOne = isSingular || passage.is(.one, at: start) && last == start + 1
    return SpeakerPhrase(kind: .group, words: start..<last + 1, voices: [], isPlural: !isOne)
  }

  /// `states` behind a group noun is a verb where a clause follows: `One member states that`.
  private func isVerbHere(_ index: Int, before end: Int) -> Bool {
    passage.is(.states, at: index) && index + 1 < end && passage.is(.that, at: index + 1)
  }

  /// Whether a noun in the singular may be some speaker: `one participant`, `a delegation`, never `the state`.
  private func isCountable(_ start: Int, _ isQuantified: Bool) -> Bool {
    isQuantified || passage.is(.a, at: start) || passage.is(.an, at: start)
  }

  private func isPossibleModifier(_ index: Int) -> Bool {
    passage.words[index].classes.isDisjoint(with: [
      .preposition, .speechVerb, .be, .have, .modal, .doing, .clauseLink, .subordinator, .personalPronoun,
      .negation,
      .product,
    ])
  }

  /// Reads the names among a group: `, including X and Y,`, `such as X`, `, X and Y among them,`.
  private func takeMembers(_ phrase: inout SpeakerPhrase, before end: Int) {
    let index = phrase.words.upperBound
    guard phrase.isPlural, index < end else { return }
    let gap = passage.words[index].gap
    guard gap.isPlain || gap.isSubset(of: [.comma, .dash, .space]) else { return }
    if let list = includedNames(at: index, before: end) ?? namesAmongThem(at: index, before: end) {
      phrase.voices = list.voices
      phrase.words = phrase.words.lowerBound..<list.end
      phrase.endsInApposition = true
    }
  }

  private func includedNames(at index: Int, before end: Int) -> (voices: [Voice], end: Int)? {
    var first = index
    if passage.isA(.includer, at: index) {
      first = index + 1
    } else if passage.is(.such, at: index), passage.is(.as, at: index + 1) {
      first = index + 2
    } else {
      return nil
    }
    guard first < end, let list = nameList(at: first, before: end), !list.voices.isEmpty else { return nil }
    return list
  }

  private func namesAmongThem(at index: Int, before end: Int) -> (voices: [Voice], end: Int)? {
    guard passage.words[index].gap.contains(.comma) || passage.words[index].gap.contains(.dash),
      let list = nameList(at: index, before: end), passage.is(.among, at: list.end),
      passage.is(.them, at: list.end + 1),
      list.end + 1 < end, !list.voices.isEmpty
    else { return nil }
    return (list.voices, list.end + 2)
  }

  /// Names and roles with commas and `and` between them.
  private func nameList(at start: Int, before end: Int) -> (voices: [Voice], end: Int)? {
    guard case .phrase(var phrase)? = item(at: start, before: end),
      [.name, .role, .person].contains(phrase.kind)
    else {
      return nil
    }
    coordinate(&phrase, before: end, commasSuffice: true)
    return (phrase.voices, phrase.words.upperBound)
  }
}
