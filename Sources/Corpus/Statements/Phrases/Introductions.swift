/// Finds the places of a sentence where a person is introduced, and lets the register keep them.
struct Introductions {
  let reader: PhraseReader

  /// Classes of words one of which every introduction has.
  static let signs: WordClass = .introducer

  func read(_ textSentence: TextSentence) {
    let passage = reader.passage
    let sentence = textSentence.words
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let isRole = passage.isA([.title, .roleHead, .roleQualifier], at: index)
      if isRole, index > sentence.lowerBound { readNameBefore(index, in: sentence) }
      let mayIntroduce = isRole || passage.isA(.beginsName, at: index)
      var next = index + 1
      if mayIntroduce, passage.words[index].shape.contains(.capital),
        case .phrase(let phrase)? = reader.item(at: index, before: sentence.upperBound)
      {
        next = max(next, phrase.words.upperBound)
      }
      index = next
    }
  }

  /// `Jane Doe, Permanent Representative of Argentina`: a name without a title, and the role behind its comma.
  private func readNameBefore(_ role: Int, in sentence: Range<Int>) {
    let passage = reader.passage
    var comma = role
    if comma - 1 > sentence.lowerBound, passage.isA(.determiner, at: comma - 1), passage.isPlain(at: comma) {
      comma -= 1
    }
    guard comma > sentence.lowerBound, passage.words[comma].gap.contains(.comma) else { return }
    var start = comma
    while start > sentence.lowerBound, comma - start < 5, start == comma || passage.isPlain(at: start),
      passage.words[start - 1].shape.contains(.capital), !passage.isA(.title, at: start - 1)
    {
      start -= 1
    }
    guard comma - start >= 2, let name = reader.nameWords(at: start, before: comma), name.upperBound == comma
    else { return }
    var phrase = SpeakerPhrase(
      kind: .person, words: name, voices: [Voice(name: "", speakers: [])], isAnimate: true)
    reader.takeApposition(&phrase, before: sentence.upperBound)
  }
}
