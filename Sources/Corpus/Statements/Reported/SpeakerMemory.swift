/// Who spoke last, for words that look back: `she`, `they`, `the minister`.
struct SpeakerMemory {
  private struct Entry {
    var voices: [Voice]
    var isPlural: Bool
    var isAnimate: Bool
  }

  private var last: Entry?
  private var lastAnimate: Entry?

  /// Remembers who was just found to speak, or was named as somebody who could.
  mutating func remember(_ voices: [Voice], isPlural: Bool, isAnimate: Bool) {
    let entry = Entry(voices: voices, isPlural: isPlural, isAnimate: isAnimate)
    last = entry
    if isAnimate { lastAnimate = entry }
  }

  /// Remembers somebody who was named without saying anything, for `he` and `she` only.
  mutating func mention(_ voices: [Voice]) {
    lastAnimate = Entry(voices: voices, isPlural: false, isAnimate: true)
  }

  /// What goes over into the next paragraph: a person, whom `she` may still mean.
  mutating func endParagraph() {
    if last?.isAnimate != true { lastAnimate = nil }
    last = nil
  }

  /// The voices that a word looks back to; nil if it looks back to nobody, empty if to somebody unnamed.
  func voices(of antecedent: SpeakerPhrase.Antecedent) -> [Voice]? {
    switch antecedent {
    case .animate: (lastAnimate ?? (last.flatMap { $0.isPlural ? nil : $0 }))?.voices
    case .inanimate: last.flatMap { $0.isPlural || $0.isAnimate ? nil : $0.voices }
    case .plural: last.flatMap { $0.isPlural ? $0.voices : nil }
    }
  }
}
