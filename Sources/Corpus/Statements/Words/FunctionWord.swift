/// The single words that rules ask for by name; they are the first in every ``Lexicon``, so each has a fixed number.
enum FunctionWord: Lexeme, CaseIterable {
  case by = 1
  case to, of, with, that, there, among, others, inter, alia, them, including, such, `as`, well, along,
    together,
    according, it, the, from, on, behalf, united, nations, un, new, york, geneva, `for`, opportunity, part,
    view, who,
    and, or, states, emphasis, was, were, been, a, an, one, they, he, she, present, `in`, like, delivered,
    given, made,
    submitted, presented, put, placed, laid, read, issued, also, led, spoke, interpretation, translated,
    capacity, resume, functions

  /// Numbers the words in an empty lexicon.
  static func number(in lexicon: inout Lexicon) {
    for word in allCases {
      let lexeme = lexicon.intern("\(word)")
      precondition(lexeme == word.rawValue, "function words are numbered first")
    }
  }
}

extension Passage {
  /// Whether the word at `index` is `word`; false before the first word and behind the last.
  func `is`(_ word: FunctionWord, at index: Int) -> Bool {
    words.indices.contains(index) && words[index].lexeme == word.rawValue
  }
}
