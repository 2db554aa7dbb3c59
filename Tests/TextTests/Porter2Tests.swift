import Testing
import Text

@Suite("Porter2")
struct Porter2Tests {
  private func stem(_ word: some StringProtocol) -> String {
    var bytes = Array(word.utf8)
    Porter2.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Every word of Snowball's English vocabulary",
    .enabled(if: SharedData.has(SharedData.stemmerWords), "no shared data"))
  func vocabulary() throws {
    let words = try SharedData.lines(of: SharedData.stemmerWords)
    let stems = try SharedData.lines(of: SharedData.stemmerStems)
    #expect(words.count == 42_649 && stems.count == words.count)
    let wrong = zip(words, stems).filter { stem($0) != $1 }
    #expect(wrong.isEmpty)
  }

  @Test(
    "Examples",
    arguments: [
      ("vetoes", "veto"), ("nations", "nation"), ("states", "state"), ("dying", "die"), ("eying", "eye"),
      ("university", "universiti"), ("universe", "univers"), ("proceed", "proceed"), ("skies", "sky"),
      ("pasted", "paste"), ("evening", "evening"), ("geologist", "geolog"), ("added", "add"),
      ("hopping", "hop"),
      ("hoping", "hope"), ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("this", "this"),
      ("kiwis", "kiwi"),
      ("yes", "yes"), ("don't", "don't"), ("'tis", "tis"), ("", ""), ("a", "a"), ("is", "is"), ("'''", "'"),
    ])
  func examples(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(
    "Words with other bytes stay",
    arguments: ["r2p", "1990", "a/67/929", "Nations", "éléments", "follow-ups"])
  func others(word: String) {
    #expect(stem(word) == word)
    #expect(Analyzer.stem(of: ArraySlice(word.utf8)) == Array(word.utf8))
  }

  @Test("A stem of a term")
  func stemOfTerm() {
    #expect(Analyzer.stem(of: Array("xxvetoes".utf8)[2...]) == Array("veto".utf8))
  }

  /// A mark before a word is taken off; no token begins with one.
  @Test(
    "No word of up to five of the letters that rules look at traps, grows by more than an e or begins otherwise"
  )
  func shortWords() {
    let letters = Array("aeysdingl'".utf8)
    for length in 0...5 {
      var places = Array(repeating: 0, count: length)
      while true {
        var word = places.map { letters[$0] }
        Porter2.stem(&word)
        let written = places.map { letters[$0] }
        if word.count > length || word.first != written.first && written.first != 0x27 {
          Issue.record("\(written) gives \(word)")
        }
        guard let last = places.lastIndex(where: { $0 < letters.count - 1 }) else { break }
        places[last] += 1
        for place in places.indices where place > last { places[place] = 0 }
      }
    }
  }
}
