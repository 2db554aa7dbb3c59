/// A noun phrase that can be the subject of a verb of saying: `the governments of Mali and Togo`, `several delegations`, `she`.
struct SpeakerPhrase {
  enum Kind {
    /// A state or organisation by its name.
    case name
    case person
    /// Somebody for a state or organisation: `the French delegation`.
    case role
    /// Speakers without a name, `several delegations`, perhaps with names among them.
    case group
    /// What a speaker gave: `New Zealand's intervention`.
    case product
    /// `she`, `the minister`: somebody named before.
    case anaphor
    /// Capitalised words that nothing is known of, and that may be a person or an organisation.
    case guess
  }

  /// Which word, or words, an anaphor looks back for.
  enum Antecedent {
    case animate
    case inanimate
    case plural
  }

  var kind: Kind
  /// The words from the first determiner to what belongs to the phrase (`, among others,`).
  var words: Range<Int>
  var voices: [Voice]
  var isPlural = false
  /// Whether `he` or `she` may look back to it.
  var isAnimate = false
  var antecedent: Antecedent?
  /// Whether the last words are an apposition, so that a comma before the verb belongs to the phrase.
  var endsInApposition = false
}

/// What ``PhraseReader`` finds at a word.
enum PhraseFinding {
  case phrase(SpeakerPhrase)
  /// Words up to `end` that are no speaker, and in which none should be looked for.
  case decoy(end: Int)
}
