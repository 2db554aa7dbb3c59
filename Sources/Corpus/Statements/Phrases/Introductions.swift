/// Finds the places of a sentence where a person is introduced, and lets the register keep them.
struct Introductions {
  let reader: PhraseReader

  func read(_ sentence: Range<Int>) {
    let passage = reader.passage
    for index in sentence {
      guard passage.isA([.title, .roleHead, .roleQualifier], at: index) else { continue }
      let isCapital = passage.words[index].shape.contains(.capital)
      if isCapital { _ = reader.item(at: index, before: sentence.upperBound) }
      if index > sentence.lowerBound { readNameBefore(index, in: sentence) }
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
