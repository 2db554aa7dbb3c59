/// Everything that the rules of reported speech look up: words, names and verbs, made once from a speaker table.
final class SpeechGrammar: Sendable {
  let table: SpeakerTable
  let lexicon: Lexicon
  let names: NameTrie
  /// Of each lexeme: which verb it is a form of, -1 for none.
  private let verbOfLexeme: [Int16]
  private let formsOfLexeme: [VerbForm]
  private let verbs: [SpeechVerb]
  /// Of each place in the table, without asking the speaker.
  let kinds: [Speaker.Kind]
  /// Of each place in the table: the voice of a speaker who is neither an office nor a person, and so has it at all times.
  let steadyVoices: [Voice]

  init(table: SpeakerTable) {
    self.table = table
    kinds = table.speakers.map(\.kind)
    steadyVoices = table.speakers.map { Voice(name: $0.name, speakers: [$0.id]) }
    var lexicon = Lexicon()
    FunctionWord.number(in: &lexicon)
    for (wordClass, words) in GrammarWords.classes {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        _ = lexicon.intern(String(word), as: wordClass)
      }
    }
    let verbs = Self.readVerbs(&lexicon)
    self.verbs = verbs.verbs
    names = Self.readNames(table, &lexicon)
    var verbOfLexeme = [Int16](repeating: -1, count: lexicon.classes.count)
    var formsOfLexeme = [VerbForm](repeating: [], count: lexicon.classes.count)
    for (lexeme, verb, form) in verbs.forms {
      verbOfLexeme[Int(lexeme)] = Int16(verb)
      formsOfLexeme[Int(lexeme)].formUnion(form)
    }
    self.verbOfLexeme = verbOfLexeme
    self.formsOfLexeme = formsOfLexeme
    self.lexicon = lexicon
  }

  func verb(of lexeme: Lexeme) -> SpeechVerb? {
    let index = verbOfLexeme[Int(lexeme)]
    return index < 0 ? nil : verbs[Int(index)]
  }

  func forms(of lexeme: Lexeme) -> VerbForm { formsOfLexeme[Int(lexeme)] }

  private static func readVerbs(
    _ lexicon: inout Lexicon
  ) -> (verbs: [SpeechVerb], forms: [(Lexeme, Int, VerbForm)]) {
    var verbs: [SpeechVerb] = []
    var forms: [(Lexeme, Int, VerbForm)] = []
    for entry in VerbNotation.entries(free: SpeechVerbs.free, bound: SpeechVerbs.bound) {
      var verb = SpeechVerb(mayBeNoun: entry.mayBeNoun, isFree: entry.complements.isEmpty)
      verb.isFreeInPassive = entry.isFreeInPassive || verb.isFree
      for word in entry.complements {
        if word.hasPrefix("~") {
          verb.nearWords.insert(lexicon.intern(String(word.dropFirst())))
        } else {
          verb.nextWords.insert(lexicon.intern(word))
          if word == "that" { verb.takesClause = true }
        }
      }
      for (word, form) in entry.forms {
        forms.append((lexicon.intern(word, as: .speechVerb), verbs.count, form))
      }
      verbs.append(verb)
    }
    return (verbs, forms)
  }

  private static func readNames(_ table: SpeakerTable, _ lexicon: inout Lexicon) -> NameTrie {
    var trie = NameTrie()
    for (place, speaker) in table.speakers.enumerated() {
      for name in speaker.names {
        insert(name.text, [place], as: name.needsTitle ? .surname : .name, &trie, &lexicon)
      }
      for demonym in speaker.demonyms { insert(demonym, [place], as: .demonym, &trie, &lexicon) }
    }
    for (ids, names) in JointNames.all {
      let places = table.speakers.indices.filter { ids.contains(table.speakers[$0].id) }
      for name in names { insert(name, places, as: .name, &trie, &lexicon) }
    }
    for decoy in SpeakerNotation.names(SpeakerData.decoys) { insert(decoy, [], as: .decoy, &trie, &lexicon) }
    return trie
  }

  private static func insert(
    _ text: String, _ speakers: [Int], as use: NameTrie.Use, _ trie: inout NameTrie, _ lexicon: inout Lexicon
  ) {
    let utf8 = Array(text.utf8)
    var spelling: [NameTrie.Spelling] = []
    var words: [Lexeme] = []
    var reader = WordReader()
    let the = lexicon.intern("the")
    while reader.next(in: utf8.span) {
      let word = lexicon.intern(reader.key)
      if words.isEmpty, word == the { continue }
      if words.isEmpty { _ = lexicon.intern(reader.key, as: .beginsName) }
      words.append(word)
      spelling.append(
        NameTrie.Spelling(
          isCapital: reader.shape.contains(.capital),
          isCapitals: reader.shape.contains(.capitals) && reader.key.count <= 6,
          followsBreak: !reader.gap.isPlain))
    }
    trie.insert(words, spelling: spelling, speakers, as: use)
  }
}
