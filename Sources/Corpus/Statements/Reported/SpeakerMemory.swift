/// Who spoke last, for words that look back: `she`, `they`, `the minister`.
struct SpeakerMemory {
  private struct Entry {
    var voices: [Voice]
    var isPlural: Bool
    var isAnimate: Bool
    /// Counts what is remembered.
    var turn: Int
  }

  private var last: Entry?
  private var lastAnimate: Entry?
  private var turn = 0

  /// Remembers who was just found to speak.
  mutating func remember(_ voices: [Voice], isPlural: Bool, isAnimate: Bool) {
    turn += 1
    last = Entry(voices: voices, isPlural: isPlural, isAnimate: isAnimate, turn: turn)
    if isAnimate { lastAnimate = last }
  }

  /// Remembers somebody who was named without saying anything, for `he` and `she` only.
  mutating func mention(_ voices: [Voice]) {
    turn += 1
    lastAnimate = Entry(voices: voices, isPlural: false, isAnimate: true, turn: turn)
  }

  /// What goes over into the next paragraph: a person, whom `she` may still mean.
  mutating func endParagraph() {
    if last?.isAnimate != true { lastAnimate = nil }
    last = nil
  }

  /// The voices that a word looks back to; nil if it looks back to nobody, empty if to somebody unnamed.
  ///
  /// `She` is the last person, or the delegate of the state that spoke since.
  func voices(of antecedent: SpeakerPhrase.Antecedent) -> [Voice]? {
    switch antecedent {
    case .animate:
      guard let last, !last.isPlural, last.turn > (lastAnimate?.turn ?? 0) else { return lastAnimate?.voices }
      return last.voices
    case .inanimate: return last.flatMap { $0.isPlural || $0.isAnimate ? nil : $0.voices }
    case .plural: return last.flatMap { $0.isPlural ? $0.voices : nil }
    }
  }
}
