/// A president who speaks for a state: `I shall now make a statement in my capacity as the representative of Rwanda`, until
/// `I now resume my functions as President`.
struct NationalCapacity {
  let grammar: SpeechGrammar
  let persons: PersonRegister
  let voices: Voices

  /// For whom the president is going to speak, and the byte from which on.
  func beginning(in passage: Passage) -> (voice: Voice, offset: Int)? {
    for index in passage.words.indices
    where passage.is(.capacity, at: index) && passage.is(.as, at: index + 1) {
      let reader = PhraseReader(grammar: grammar, passage: passage, persons: persons, date: voices.date)
      guard index + 2 < passage.words.count,
        let phrase = reader.phrase(at: index + 2, before: passage.words.count), phrase.kind == .role,
        let voice = phrase.voices.first
      else { continue }
      let sentence = passage.sentences.first { $0.words.contains(index) }
      return (voice, sentence?.utf8.upperBound ?? passage.utf8.count)
    }
    return nil
  }

  /// The byte from which on the president speaks as such again.
  func end(in passage: Passage) -> Int? {
    for index in passage.words.indices where passage.is(.resume, at: index) {
      for next in index + 1..<min(passage.words.count, index + 4) where passage.is(.functions, at: next) {
        return passage.sentences.first { $0.words.contains(index) }?.utf8.lowerBound
      }
    }
    return nil
  }
}
