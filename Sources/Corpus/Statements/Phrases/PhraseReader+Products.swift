extension PhraseReader {
  /// `the intervention delivered by the Director of the ICRtoP`, `a statement by France`.
  func productItem(at head: Int, before end: Int, from start: Int) -> SpeakerPhrase? {
    guard passage.isA(.product, at: head) || isProductBehindModifier(head, before: end) else { return nil }
    var index = head
    while index < end, passage.isPlain(at: index) || index == head,
      passage.isA(.product, at: index) || index < head + 2
    {
      if passage.isA(.product, at: index) { break }
      index += 1
    }
    guard index < end, passage.isA(.product, at: index) else { return nil }
    index += 1
    guard index < end, passage.isPlain(at: index) else { return nil }
    if isDelivery(index) { index += 1 }
    guard index < end,
      passage.is(.by, at: index) || passage.is(.of, at: index) || passage.is(.from, at: index),
      case .phrase(let speaker)? = item(at: index + 1, before: end),
      [.name, .role, .person].contains(speaker.kind)
    else { return nil }
    return SpeakerPhrase(
      kind: .product, words: start..<speaker.words.upperBound, voices: speaker.voices, isPlural: false)
  }

  func isProductBehindModifier(_ head: Int, before end: Int) -> Bool {
    head + 1 < end && passage.isPlain(at: head + 1) && passage.isA(.product, at: head + 1)
      && passage.words[head].classes.isDisjoint(with: [
        .preposition, .speechVerb, .be, .have, .modal, .clauseLink, .subordinator,
      ])
  }

  private func isDelivery(_ index: Int) -> Bool {
    [.delivered, .given, .made, .submitted, .presented, .issued, .read].contains { passage.is($0, at: index) }
  }
}
