extension PhraseReader {
  /// Reads on where the phrase is the first of a list: `Argentina, Switzerland, and Costa Rica, among others,`.
  ///
  /// Commas alone make no list (`In Libya, France …`): an `and`, or `among others`, has to follow them.
  ///
  /// - Parameter commasSuffice: Whether the words before have said that a list follows.
  func coordinate(_ phrase: inout SpeakerPhrase, before end: Int, commasSuffice: Bool = false) {
    var voices = phrase.voices
    var last = phrase.words.upperBound
    var isPlural = phrase.isPlural
    var isGroup = phrase.kind == .group
    var index = last
    var memberCount = 1
    while index < end, memberCount < 40 {
      guard let link = listLink(at: index, before: end),
        case .phrase(let next)? = item(at: link.next, before: end),
        isMember(next, besides: phrase)
      else { break }
      memberCount += 1
      voices += next.voices
      index = next.words.upperBound
      isGroup = isGroup || next.kind == .group
      if link.isFinal || commasSuffice {
        last = index
        phrase.voices = voices
        isPlural = true
        if isGroup, phrase.kind != .group { phrase.kind = .group }
      }
      // `, A and B` goes on as `, C`, but an apposition's comma ends the list.
      if next.endsInApposition { break }
    }
    if let tail = amongOthers(at: index, before: end) {
      last = tail
      phrase.voices = voices
      isPlural = true
      phrase.endsInApposition = true
    }
    phrase.words = phrase.words.lowerBound..<last
    phrase.isPlural = isPlural
    if last != index || memberCount > 1 { phrase.isAnimate = phrase.isAnimate && !isPlural }
  }

  private func isMember(_ next: SpeakerPhrase, besides phrase: SpeakerPhrase) -> Bool {
    next.kind != .anaphor && next.kind != .guess && (phrase.kind == .product) == (next.kind == .product)
  }

  /// What joins the next member: `and`, `as well as`, a comma; nil if nothing does.
  private func listLink(at index: Int, before end: Int) -> (next: Int, isFinal: Bool)? {
    let gap = passage.words[index].gap
    guard gap.isDisjoint(with: [.stop, .colon, .openParenthesis, .openQuote, .dash]) else { return nil }
    if passage.isA(.coordinator, at: index) { return (index + 1, true) }
    if passage.is(.as, at: index), passage.is(.well, at: index + 1), passage.is(.as, at: index + 2) {
      return (index + 3, true)
    }
    if passage.is(.along, at: index) || passage.is(.together, at: index), passage.is(.with, at: index + 1) {
      return (index + 2, true)
    }
    return gap.contains(.comma) || gap.contains(.semicolon) ? (index, false) : nil
  }

  /// Just past `among others`, `inter alia`, `and others`.
  private func amongOthers(at index: Int, before end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    if passage.is(.among, at: index), passage.is(.others, at: index + 1) { return index + 2 }
    if passage.is(.inter, at: index), passage.is(.alia, at: index + 1) { return index + 2 }
    if passage.is(.and, at: index), passage.is(.others, at: index + 1) { return index + 2 }
    return nil
  }
}
