extension PhraseReader {
  /// Capitalised words that nothing is known of: two to four that may be a person, or up to six that end in an institution.
  func guessItem(at head: Int, before end: Int, from start: Int) -> SpeakerPhrase? {
    var index = head
    var hasInstitution = false
    while index < end, index - head < 6, index == head || passage.isPlain(at: index) {
      let word = passage.words[index]
      guard word.shape.contains(.capital), !word.shape.contains(.digit),
        passage.words[index].classes.isDisjoint(with: [
          .preposition, .clauseLink, .subordinator, .personalPronoun, .be, .have, .modal,
        ])
      else { break }
      if passage.isA(.institution, at: index) { hasInstitution = true }
      index += 1
      if word.shape.contains(.possessive) { return nil }
    }
    let words = head..<index
    guard words.count >= 2 else { return nil }
    if !hasInstitution {
      guard head == start, words.count <= 4, let name = nameWords(at: head, before: end), name == words,
        !words.contains(where: { passage.isA([.groupNoun, .product, .department, .roleQualifier], at: $0) }),
        !passage.isAdverb(at: head)
      else { return nil }
    } else if words.contains(where: {
      passage.isA(.notAPerson, at: $0) && !passage.isA(.institution, at: $0) && words.count < 3
    }) {
      return nil
    }
    return SpeakerPhrase(kind: .guess, words: start..<index, voices: [], isAnimate: !hasInstitution)
  }

  /// The voice of a guess, once a verb has borne it out.
  func voice(ofGuess phrase: SpeakerPhrase, before end: Int) -> Voice {
    let head = afterDeterminers(phrase.words.lowerBound, before: phrase.words.upperBound)
    let words = head..<phrase.words.upperBound
    let name = passage.text(of: words)
    let folded = words.map { passage.folded($0) }
    if phrase.isAnimate { return persons.introduce(name, words: folded, principal: nil) }
    let speaker = Speaker(id: folded.joined(separator: "-"), kind: .civilSociety, names: [.init(name)])
    persons.remember(speaker)
    return Voice(name: name, speakers: [speaker.id])
  }
}
