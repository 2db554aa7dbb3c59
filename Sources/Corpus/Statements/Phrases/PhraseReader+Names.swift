extension PhraseReader {
  /// A state, organisation or office by its name, alone or with a role, a product or a holder behind it.
  func namedItem(at head: Int, before end: Int, from start: Int) -> PhraseFinding? {
    guard passage.isA(.beginsName, at: head),
      let match = grammar.names.longest(at: head, in: passage.words, before: end)
    else { return nil }
    let meaning = grammar.names.meanings[match.meaning]
    let isDemonym = meaning.named.isEmpty
    let speakers = isDemonym ? meaning.demonyms : meaning.named
    guard !speakers.isEmpty else { return meaning.surnames.isEmpty ? .decoy(end: match.end) : nil }
    let isPossessive = passage.words[match.end - 1].shape.contains(.possessive)

    let next = isPossessive ? match.end : afterParenthesis(match.end, before: end)
    if let role = roleBehind(speakers[0], at: match.end, before: end, from: start) { return .phrase(role) }
    if let product = productBehind(
      speakers, at: next, before: end, from: start, afterPossessive: isPossessive)
    {
      return .phrase(product)
    }
    if isGroupBehind(next, before: end), !isPossessive || isDemonym {
      return .phrase(
        SpeakerPhrase(kind: .group, words: start..<afterGroup(next, before: end), voices: [], isPlural: true))
    }
    guard !isPossessive, !isDemonym else { return isDemonym ? nil : .decoy(end: match.end) }
    return .phrase(plain(speakers, from: start, to: next, before: end))
  }

  /// The name alone, with the person who holds the office behind it.
  private func plain(_ speakers: [Int], from start: Int, to next: Int, before end: Int) -> SpeakerPhrase {
    let isOffice = grammar.kinds[speakers[0]] == .office
    let isPerson = grammar.kinds[speakers[0]] == .person
    var phrase = SpeakerPhrase(
      kind: isPerson ? .person : .name, words: start..<next, voices: speakers.map { voice($0) },
      isPlural: speakers.count > 1 && isOffice, isAnimate: isOffice || isPerson)
    if isOffice, speakers.count == 1 {
      attachPerson(to: &phrase, before: end)
      takeCountry(&phrase, before: end)
    }
    if isPerson { takeApposition(&phrase, before: end) }
    return phrase
  }

  /// `delegation` behind `French`, `Foreign Minister` behind `France's`.
  private func roleBehind(
    _ speaker: Int, at index: Int, before end: Int, from start: Int
  ) -> SpeakerPhrase? {
    guard index < end, passage.isPlain(at: index),
      let role = roleWords(at: index, before: end) ?? modifiedRole(at: index, before: end)
    else { return nil }
    var phrase = SpeakerPhrase(
      kind: .role, words: start..<role.end, voices: [voice(speaker)],
      isPlural: role.isPlural,
      isAnimate: role.isAnimate)
    attachPerson(to: &phrase, before: end)
    return phrase
  }

  /// `top climate official` behind `the EU's`.
  private func modifiedRole(at index: Int, before end: Int) -> RoleWords? {
    guard passage.words[index - 1].shape.contains(.possessive) else { return nil }
    for head in index + 1..<max(index + 1, min(end, index + 4)) {
      guard passage.isPlain(at: head),
        passage.words[head - 1].lexeme == 0 || passage.isA(.groupModifier, at: head - 1)
      else { return nil }
      if let role = roleWords(at: head, before: end) { return role }
    }
    return nil
  }

  /// `opening statement` behind `France's`, `report` behind `UN`.
  private func productBehind(
    _ speakers: [Int], at index: Int, before end: Int, from start: Int, afterPossessive: Bool
  ) -> SpeakerPhrase? {
    var index = index
    let limit = min(end, index + (afterPossessive ? 4 : 1))
    while index < limit, passage.isPlain(at: index) {
      if passage.isA(.product, at: index), !followsAsModifier(index, before: end) {
        return SpeakerPhrase(kind: .product, words: start..<index + 1, voices: speakers.map { voice($0) })
      }
      guard !passage.isA([.preposition, .speechVerb, .be, .have, .modal], at: index) else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether the product word only modifies the next one: `statement reader`, `opening remarks`.
  private func followsAsModifier(_ index: Int, before end: Int) -> Bool {
    index + 1 < end && passage.isPlain(at: index + 1) && passage.isA(.product, at: index + 1)
      && !passage.isA(.speechVerb, at: index + 1)
  }

  private func isGroupBehind(_ index: Int, before end: Int) -> Bool {
    guard index < end, passage.isPlain(at: index) else { return false }
    if passage.isA(.groupNoun, at: index) { return !passage.is(.states, at: index) || index + 1 < end }
    return passage.isA(.groupModifier, at: index) && index + 1 < end && passage.isPlain(at: index + 1)
      && passage.isA(.groupNoun, at: index + 1)
  }

  private func afterGroup(_ index: Int, before end: Int) -> Int {
    passage.isA(.groupNoun, at: index) ? index + 1 : index + 2
  }

  /// The voice of the speaker at a place of the table.
  func voice(_ place: Int) -> Voice {
    switch grammar.kinds[place] {
    case .office, .person: persons.voice(at: place)
    default: grammar.steadyVoices[place]
    }
  }
}
