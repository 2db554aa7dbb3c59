extension PhraseReader {
  /// A run of words for somebody who speaks for others: `Permanent Representative`, `delegations`.
  struct RoleWords {
    var end: Int
    var isPlural: Bool
    var isAnimate: Bool
  }

  /// The role that begins at `start`: words of role and rank, a head among them.
  func roleWords(at start: Int, before end: Int) -> RoleWords? {
    var index = start
    var head: Int?
    while index < end, index - start < 8, index == start || passage.isPlain(at: index) {
      guard passage.isA([.roleHead, .roleQualifier], at: index) else { break }
      // `envoy of`, not `state of`: a qualifier alone is no role.
      if passage.isA(.roleHead, at: index) { head = index }
      if passage.words[index].shape.contains(.possessive) { return nil }
      index += 1
    }
    guard let head else { return nil }
    let last = passage.utf8[Int(passage.words[head].end) - 1]
    return RoleWords(
      end: head + 1, isPlural: last == UInt8(ascii: "s"), isAnimate: !passage.isA(.body, at: head))
  }

  /// `the Permanent Representative of Argentina`, `Minister Kyenge`, `the Ambassador`.
  func roleItem(at head: Int, before end: Int, from start: Int) -> SpeakerPhrase? {
    guard passage.isA([.roleHead, .roleQualifier], at: head), let role = roleWords(at: head, before: end)
    else {
      return nil
    }
    var phrase = SpeakerPhrase(
      kind: .role, words: start..<role.end, voices: [], isPlural: role.isPlural, isAnimate: role.isAnimate)
    if takePrincipal(&phrase, head: head, before: end) {
      attachPerson(to: &phrase, before: end)
      return phrase
    }
    if role.end < end, passage.isPlain(at: role.end), !role.isPlural,
      let person = person(at: role.end, before: end, isTitled: true)
    {
      phrase.kind = .person
      phrase.words = start..<person.end
      phrase.voices = [person.voice]
      phrase.isAnimate = true
      takeApposition(&phrase, before: end)
      return phrase
    }
    return definiteRole(phrase, role, at: start, head: head)
  }

  /// `the minister`, `the delegation`: whoever was named before.
  private func definiteRole(_ phrase: SpeakerPhrase, _ role: RoleWords, at start: Int, head: Int)
    -> SpeakerPhrase?
  {
    guard passage.is(.the, at: start), head == start + 1, !role.isPlural, role.end == head + 1 else {
      return nil
    }
    var phrase = phrase
    phrase.kind = .anaphor
    phrase.antecedent = role.isAnimate ? .animate : .inanimate
    return phrase
  }

  /// Reads `of France`, `of Denmark, Ghana and Costa Rica`, `for Foreign Affairs of Brazil to the United Nations` behind a role.
  func takePrincipal(_ phrase: inout SpeakerPhrase, head: Int, before end: Int) -> Bool {
    var index = phrase.words.upperBound
    var isLinked = false
    let limit = min(end, index + 10)
    while index < limit, passage.isPlain(at: index) {
      if isRoleLink(index),
        let (voices, after, kind) = principals(at: index + 1, before: end, isPlural: phrase.isPlural)
      {
        phrase.voices = kind == .office ? [localOffice(head..<after)] : voices
        phrase.words = phrase.words.lowerBound..<afterAccreditation(after, before: end)
        return true
      }
      let isPart =
        isRoleLink(index) || passage.is(.and, at: index) || passage.isA(.department, at: index)
        || isLinked && passage.words[index].shape.contains(.capital)
      guard isPart else { return false }
      isLinked = isLinked || isRoleLink(index)
      index += 1
    }
    return false
  }

  private func isRoleLink(_ index: Int) -> Bool {
    passage.is(.of, at: index) || passage.is(.from, at: index) || passage.is(.for, at: index)
      || passage.is(.to, at: index)
  }

  /// The names behind `of`: one, or a list if the role is plural.
  private func principals(
    at start: Int, before end: Int, isPlural: Bool
  ) -> (voices: [Voice], end: Int, kind: Speaker.Kind)? {
    var index = afterDeterminers(start, before: end)
    guard let first = bareName(at: index, before: end) else { return nil }
    var voices = first.voices
    index = first.end
    guard isPlural else { return (voices, index, first.kind) }
    var pending: [Voice] = []
    while index < end {
      let isComma = passage.words[index].gap.contains(.comma)
      let isAnd = passage.isA(.coordinator, at: index)
      guard isComma || isAnd else { break }
      guard let next = bareName(at: afterDeterminers(isAnd ? index + 1 : index, before: end), before: end)
      else { break }
      pending += next.voices
      index = next.end
      if isAnd {
        voices += pending
        pending = []
      }
    }
    return (voices + pending, index, first.kind)
  }

  /// A name that nothing hangs on.
  func bareName(at index: Int, before end: Int) -> (voices: [Voice], end: Int, kind: Speaker.Kind)? {
    guard index < end, passage.isA(.beginsName, at: index),
      let match = grammar.names.longest(at: index, in: passage.words, before: end)
    else { return nil }
    guard let place = grammar.names.meanings[match.meaning].named.first, grammar.kinds[place] != .person,
      !passage.words[match.end - 1].shape.contains(.possessive)
    else { return nil }
    return ([voice(place)], afterParenthesis(match.end, before: end), grammar.kinds[place])
  }

  /// Steps over `to the United Nations in New York`.
  private func afterAccreditation(_ index: Int, before end: Int) -> Int {
    guard index < end, passage.is(.to, at: index), passage.isPlain(at: index) else { return index }
    var after = afterDeterminers(index + 1, before: end)
    guard let name = bareName(at: after, before: end) else { return index }
    after = name.end
    if passage.is(.in, at: after), after < end {
      if passage.is(.new, at: after + 1), passage.is(.york, at: after + 2) { return min(end, after + 3) }
      if passage.is(.geneva, at: after + 1) { return min(end, after + 2) }
    }
    return after
  }

  /// An office that the table does not know, such as a Special Representative for some country.
  private func localOffice(_ words: Range<Int>) -> Voice {
    let text = passage.text(of: words)
    let speaker = Speaker(
      id: SpeakerKey.words(of: text).joined(separator: "-"), kind: .office, names: [.init(text)])
    persons.remember(speaker)
    return Voice(name: text, speakers: [speaker.id])
  }
}
