extension PhraseReader {
  /// `Mr. Adama Dieng`, `Dr. Welsh, Special Adviser on …`, `Ambassador Rice of the United States`.
  func personItem(at head: Int, before end: Int, from start: Int) -> SpeakerPhrase? {
    let isTitled = passage.isA(.title, at: head) && passage.words[head].shape.contains(.capital)
    guard let person = person(at: head, before: end, isTitled: isTitled) else { return nil }
    var phrase = SpeakerPhrase(
      kind: .person, words: start..<person.end, voices: [person.voice], isAnimate: true)
    takeApposition(&phrase, before: end)
    return phrase
  }

  struct Person {
    var voice: Voice
    var end: Int
  }

  /// The person whose name begins at `start`, behind titles if there are any.
  ///
  /// - Parameter isTitled: Whether a title or a role says that a name follows; else only somebody known is found.
  func person(at start: Int, before end: Int, isTitled: Bool, principal: Voice? = nil) -> Person? {
    var index = start
    while index < end, passage.isA(.title, at: index), passage.words[index].shape.contains(.capital),
      index == start || isNameGap(index)
    {
      index += 1
    }
    guard index < end, index == start || isNameGap(index), let words = nameWords(at: index, before: end)
    else { return nil }
    if let known = knownPerson(at: index, before: end, isTitled: isTitled, words: words, principal) {
      let voices = Voices(table: grammar.table, date: date)
      let voice = principal == nil ? known.voice : voices.voice(known.speaker, for: principal)
      if principal != nil || known.voice.speakers.count > 1 {
        persons.remember(voice, words: words.map { passage.folded($0) })
      }
      return Person(voice: voice, end: known.end)
    }
    guard isTitled || words.count > 1 && !persons.isEmpty else { return nil }
    let folded = words.map { passage.folded($0) }
    if !isTitled { return persons.voice(of: folded).map { Person(voice: $0, end: words.upperBound) } }
    let name = passage.text(of: words)
    return Person(voice: persons.introduce(name, words: folded, principal: principal), end: words.upperBound)
  }

  /// Somebody of the table: by the full name, or by the surname if an office was theirs at the time.
  private func knownPerson(
    at index: Int, before end: Int, isTitled: Bool, words: Range<Int>, _ principal: Voice?
  ) -> (voice: Voice, speaker: Speaker, end: Int)? {
    guard passage.isA(.beginsName, at: index),
      let match = grammar.names.longest(at: index, in: passage.words, before: end),
      match.end >= words.upperBound
    else { return nil }
    let meaning = grammar.names.meanings[match.meaning]
    if let place = meaning.named.first(where: { grammar.kinds[$0] == .person }) {
      return (voice(place), grammar.table.speakers[place], match.end)
    }
    guard isTitled, !meaning.surnames.isEmpty, persons.voice(of: words.map { passage.folded($0) }) == nil
    else { return nil }
    for place in meaning.surnames {
      let speaker = grammar.table.speakers[place]
      if !grammar.table.offices(of: speaker, on: date).isEmpty || held(principal, by: speaker) {
        return (voice(place), speaker, match.end)
      }
    }
    return nil
  }

  /// Whether the office was ever the speaker's: `Secretary-General Guterres` in a document without a date.
  private func held(_ office: Voice?, by speaker: Speaker) -> Bool {
    guard let office, date == nil, let known = grammar.table[office.speakers[0]] else { return false }
    return known.tenures.contains { $0.holder == speaker.id }
  }

  /// The words of a person's name: capitalised ones, with small particles between them.
  func nameWords(at start: Int, before end: Int) -> Range<Int>? {
    var index = start
    var last = start
    while index < end, index - start < 7, index == start || isNameGap(index) {
      if isNameWord(index) {
        last = index + 1
        if passage.words[index].shape.contains(.possessive) { break }
      } else if !passage.isA(.particle, at: index) || index == start {
        break
      }
      index += 1
    }
    return last > start ? start..<last : nil
  }

  private func isNameWord(_ index: Int) -> Bool {
    let shape = passage.words[index].shape
    guard shape.contains(.capital), !shape.contains(.digit) else { return false }
    return !passage.isA(
      [
        .notAPerson, .determiner, .preposition, .subordinator, .clauseLink, .personalPronoun, .be, .have,
        .modal, .doing,
        .quantifier, .roleHead, .roleQualifier, .institution,
      ], at: index)
  }

  /// Whether the words on both sides of the gap can be one name: `A. B. Smith`, `Ki-moon`.
  private func isNameGap(_ index: Int) -> Bool {
    let gap = passage.words[index].gap
    if gap.isPlain { return true }
    guard gap.isSubset(of: [.stop, .space]) else { return false }
    let before = passage.words[index - 1]
    return before.end - before.start == 1 || passage.isA(.title, at: index - 1)
  }

  /// Reads who holds the office or plays the role: `Ban Ki-moon`, `, Mr. Adama Dieng`.
  func attachPerson(to phrase: inout SpeakerPhrase, before end: Int) {
    let index = phrase.words.upperBound
    guard index < end, phrase.voices.count == 1, !phrase.isPlural else { return }
    let gap = passage.words[index].gap
    let isTitled = passage.isA(.title, at: index) && passage.words[index].shape.contains(.capital)
    let isComma =
      gap.contains(.comma) && gap.isDisjoint(with: [.stop, .semicolon, .openParenthesis, .openQuote])
    guard gap.isPlain || isComma || gap.isSubset(of: [.closeParenthesis, .space]),
      gap.isPlain || isTitled || isFullNameInCommas(index, before: end) || !isComma,
      let person = person(at: index, before: end, isTitled: true, principal: phrase.voices[0])
    else { return }
    phrase.words = phrase.words.lowerBound..<person.end
    phrase.voices = [person.voice]
    phrase.isAnimate = true
    phrase.endsInApposition = isComma
  }

  /// Two capitalised words or more with a comma behind them: `, Kevin Rudd,`.
  private func isFullNameInCommas(_ index: Int, before end: Int) -> Bool {
    guard let words = nameWords(at: index, before: end), words.count > 1 else { return false }
    let isClosed = words.upperBound >= end || passage.words[words.upperBound].gap.contains(.comma)
    return isClosed && bareName(at: index, before: end) == nil
  }

  /// Reads for whom somebody speaks: `(Rwanda)`, `of the United States`, `, Minister of Integration of Italy`.
  func takeApposition(_ phrase: inout SpeakerPhrase, before end: Int) {
    takeCountry(&phrase, before: end)
    let index = phrase.words.upperBound
    guard index < end, phrase.voices.count == 1 else { return }
    if passage.is(.of, at: index) || passage.is(.from, at: index), passage.isPlain(at: index) {
      guard let name = bareName(at: afterDeterminers(index + 1, before: end), before: end) else { return }
      bind(&phrase, to: name.voices[0], end: name.end)
      return
    }
    guard passage.words[index].gap.contains(.comma) else { return }
    let head = afterDeterminers(index, before: end)
    guard head < end else { return }
    if let owned = ownedRole(at: head, before: end) {
      bind(&phrase, to: owned.voice, end: owned.end)
      phrase.endsInApposition = true
    } else if let name = bareName(at: head, before: end), name.kind == .office {
      bind(&phrase, to: name.voices[0], end: name.end)
      phrase.endsInApposition = true
    } else if let role = roleWords(at: head, before: end) {
      var apposition = SpeakerPhrase(kind: .role, words: index..<role.end, voices: [], isPlural: false)
      guard takePrincipal(&apposition, head: head, before: end) else { return }
      bind(&phrase, to: apposition.voices[0], end: apposition.words.upperBound)
      phrase.endsInApposition = true
    }
  }

  /// `Italy's Minister of Integration`, `the Secretary-General's Special Adviser on …`: whose role it is, before it.
  private func ownedRole(at head: Int, before end: Int) -> (voice: Voice, end: Int)? {
    guard passage.isA(.beginsName, at: head),
      let match = grammar.names.longest(at: head, in: passage.words, before: end), match.end < end
    else { return nil }
    let meaning = grammar.names.meanings[match.meaning]
    guard let owner = meaning.named.first ?? meaning.demonyms.first else { return nil }
    if let office = bareName(at: match.end, before: end), office.kind == .office {
      return (office.voices[0], office.end)
    }
    let isOwner = passage.words[match.end - 1].shape.contains(.possessive) || !meaning.demonyms.isEmpty
    let kind = grammar.kinds[owner]
    guard isOwner, kind != .person, kind != .office, let role = roleWords(at: match.end, before: end) else {
      return nil
    }
    var last = role.end
    while last < end, last - role.end < 5, passage.isPlain(at: last),
      passage.words[last].shape.contains(.capital) || passage.is(.of, at: last) || passage.is(.for, at: last)
    {
      last += 1
    }
    return (voice(owner), last)
  }

  /// Reads `(Rwanda)` behind a person.
  func takeCountry(_ phrase: inout SpeakerPhrase, before end: Int) {
    let index = phrase.words.upperBound
    guard index < end, phrase.isAnimate, passage.words[index].gap.contains(.openParenthesis),
      let name = bareName(at: afterDeterminers(index, before: end), before: end),
      afterParenthesis(index, before: end) >= name.end
    else { return }
    bind(&phrase, to: name.voices[0], end: afterParenthesis(index, before: end))
  }

  private func bind(_ phrase: inout SpeakerPhrase, to principal: Voice, end: Int) {
    guard phrase.kind == .person else { return }
    var index = phrase.words.lowerBound
    // The name stands at the phrase's end, behind titles and roles.
    while index < phrase.words.upperBound, !startsName(index, before: phrase.words.upperBound) { index += 1 }
    if let person = person(at: index, before: phrase.words.upperBound, isTitled: true, principal: principal) {
      phrase.voices = [person.voice]
    }
    phrase.words = phrase.words.lowerBound..<end
  }

  private func startsName(_ index: Int, before end: Int) -> Bool {
    !passage.isA([.title, .roleHead, .roleQualifier, .determiner], at: index)
      && nameWords(at: index, before: end) != nil
  }
}
