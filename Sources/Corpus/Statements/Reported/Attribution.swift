/// What one rule found in one sentence: that somebody says something there.
struct Attribution {
  /// How far the words of the speaker reach.
  enum Reach {
    /// From the clause's start to the next attribution or the sentence's end.
    case clause
    /// The sentence, but for what others say in it.
    case sentence
    /// Everything to the paragraph's end, but for what others say in it.
    case paragraph
  }

  var rule: StatementRule
  var voices: [Voice]
  /// Word with which the speaker's phrase begins.
  var start: Int
  /// Words of the evidence.
  var evidence: Range<Int>
  var link: ClauseLink
  var reach = Reach.clause
  /// For pronouns that look back to it.
  var isPlural: Bool
  var isAnimate: Bool
}

/// What joins a phrase to the words before it in its sentence.
enum ClauseLink: Equatable {
  /// The phrase begins the sentence.
  case sentenceStart
  /// A comma, a dash, a closing bracket or quotation mark.
  case comma
  case semicolon
  /// `while`, `although`: the word's place.
  case contrast(Int)
  /// `and`, `but`.
  case coordinator(Int)
  case with(Int)
  case `as`(Int)
  /// `that`, `which`, `when`: the phrase is the subject of a clause that depends on another.
  case subordinate(Int)
  case preposition
  /// A noun or a verb: the phrase is no subject.
  case other
}
