/// Somebody who speaks in sample texts, and all that an index is to know of whoever it is: written down by hand.
package struct SampleSpeaker: Sendable, Hashable {
  /// As front matter names it.
  var written: String
  /// As hits show it.
  var shown: String
  /// What it is counted under: the state, or itself.
  var countedID: String
  var countedName: String
  /// The names it goes by, each in small letters, that questions may ask for.
  var keys: Set<String>
  /// Who is meant by it: of a delegate the state, too.
  var identities: [Identity]
  /// How a text names it: a state by one word, a delegate by a title, a name and the state.
  var words: [Lexeme]

  /// One of whom an index knows under which names it goes.
  struct Identity: Sendable, Hashable {
    var keys: Set<String>
    /// The terms of names that may stand in a text.
    var names: [[String]]
  }

  static let states = [
    state(Lexicon.france, "FRA", ["france", "fra", "french"]),
    state(Lexicon.switzerland, "CHE", ["switzerland", "che", "swiss"]),
    state(Lexicon.rwanda, "RWA", ["rwanda", "rwa", "rwandan"]),
  ]

  /// Those who take turns.
  static let delegates = [
    delegate(Lexicon.miss, Lexicon.araud, of: states[0]),
    delegate(Lexicon.miss, Lexicon.keller, of: states[1]),
    delegate(Lexicon.mister, Lexicon.gasana, of: states[2]),
    // Two bear one name.
    delegate(Lexicon.mister, Lexicon.gasana, of: states[0]),
  ]

  /// Somebody whom no table knows. Without the word of an office the name is that of two delegates.
  static let mission = SampleSpeaker(
    written: "Mission Gasana", shown: "Mission Gasana", countedID: "mission-gasana",
    countedName: "Mission Gasana", keys: ["mission gasana", "gasana"],
    identities: [Identity(keys: ["mission gasana", "gasana"], names: [["mission", "gasana"], ["gasana"]])],
    words: [])

  private static func state(_ word: Lexeme, _ code: String, _ keys: Set<String>) -> SampleSpeaker {
    SampleSpeaker(
      written: code, shown: word.written, countedID: code, countedName: word.written, keys: keys,
      identities: [Identity(keys: keys, names: [[word.words[0].term]])], words: [word])
  }

  private static func delegate(_ title: Lexeme, _ name: Lexeme, of state: SampleSpeaker) -> SampleSpeaker {
    SampleSpeaker(
      written: name.written, shown: "\(name.written) (\(state.shown))", countedID: state.countedID,
      countedName: state.countedName, keys: state.keys.union([name.words[0].term]),
      identities: state.identities + [Identity(keys: [name.words[0].term], names: [[name.words[0].term]])],
      words: [title, name] + state.words)
  }
}
