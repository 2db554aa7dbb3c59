/// Everything that the rules of reported speech look up: words, names and verbs, made once from a speaker table.
final class SpeechGrammar: Sendable {
  let table: SpeakerTable
  let lexicon: Lexicon
  let names: NameTrie
  /// Of each lexeme: which verb it is a form of, -1 for none.
  private let verbOfLexeme: [Int16]
  private let formsOfLexeme: [VerbForm]
  private let verbs: [SpeechVerb]

  init(table: SpeakerTable) {
    self.table = table
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
        insert(
          name.text, &trie, &lexicon, .init(speakers: [place], needsTitle: name.needsTitle, spelling: []))
      }
      for demonym in speaker.demonyms {
        insert(demonym, &trie, &lexicon, .init(speakers: [place], isDemonym: true, spelling: []))
      }
    }
    for (ids, names) in JointNames.all {
      let places = table.speakers.indices.filter { ids.contains(table.speakers[$0].id) }
      for name in names { insert(name, &trie, &lexicon, .init(speakers: places, spelling: [])) }
    }
    for decoy in SpeakerNotation.names(SpeakerData.decoys) {
      insert(decoy, &trie, &lexicon, .init(speakers: [], spelling: []))
    }
    return trie
  }

  private static func insert(
    _ text: String, _ trie: inout NameTrie, _ lexicon: inout Lexicon, _ name: NameTrie.Name
  ) {
    let utf8 = Array(text.utf8)
    var name = name
    var words: [Lexeme] = []
    var reader = WordReader(keepsFolded: true)
    while reader.next(in: utf8.span) {
      let word = String(decoding: reader.folded, as: UTF8.self)
      if words.isEmpty, word == "the" { continue }
      words.append(lexicon.intern(word, as: words.isEmpty ? .beginsName : []))
      name.spelling.append(
        .init(
          isCapital: reader.shape.contains(.capital),
          isCapitals: reader.shape.contains(.capitals) && reader.folded.count <= 6,
          followsBreak: !reader.gap.isPlain))
    }
    trie.insert(words, name)
  }
}
