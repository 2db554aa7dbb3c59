import Testing
import Text

@Suite("Analyzer")
struct AnalyzerTests {
  /// The tokens of `text`, separated by spaces: `term` for a word, `term[whole]` and `term{CAPITALS}` for what else
  /// stands at its position.
  private func tokens(_ text: [UInt8]) -> String {
    var buffer = TokenBuffer()
    Analyzer().analyze(text.span, into: &buffer)
    var shown = ""
    var position: Int32 = -1
    for token in buffer.tokens {
      let term = String(decoding: buffer.term(of: token), as: UTF8.self)
      switch token.kind {
      case .word:
        #expect(token.position == position + 1)
        position = token.position
        shown += (shown.isEmpty ? "" : " ") + term
      case .compound: shown += "[\(term)]"
      case .capitals: shown += "{\(term)}"
      }
      #expect(token.position == position)
      #expect(token.start >= 0 && token.start < token.end && Int(token.end) <= text.count)
    }
    #expect(buffer.wordCount == Int(position) + 1)
    return shown
  }

  /// What each token covers of `text`.
  private func covered(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var buffer = TokenBuffer()
    Analyzer().analyze(bytes.span, into: &buffer)
    return buffer.tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  @Test(
    "Words by UAX #29",
    arguments: [
      ("", ""), (" \n-- …", ""), ("The veto.", "the veto"), ("1,000 and 3.14", "1,000 and 3.14"),
      ("R2P", "r2p"),
      ("U.S. policy", "u.s policy"), ("www.un.org", "www.un.org"), ("1;2 a,b a;b", "1;2 a b a b"),
      ("a:b 1:2 a.1", "a:b 1 2 a 1"), ("end.“Next”", "end next"), ("漢字かな", "漢 字 か な"), ("カタカナ", "カタカナ"),
      ("한국어", "한국어"), ("ไทย", "ไ ท ย"), ("🛑 👩‍👩‍👦 🇫🇷 ☎", ""), ("veto² power", "veto power"), ("5º", "5º"),
      ("Ⅳ", "ⅳ"), ("“Quoted”", "quoted"), ("2009–2013", "2009 2013"),
    ])
  func words(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test(
    "Folded",
    arguments: [
      ("Côte CÔTE Co\u{302}te cote", "cote cote{CÔTE} cote cote"), ("Straße", "strasse"),
      ("Øystein Łukasz", "oystein lukasz"),
      ("co\u{AD}operation", "cooperation"), ("zero\u{200D}width\u{2060}d", "zerowidthd"),
      ("two\u{200B}words", "two words"),
    ])
  func folded(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test(
    "Apostrophe-s is dropped",
    arguments: [
      ("France's", "france"), ("France’s", "france"), ("Franceʼs", "france"), ("FRANCE'S", "france"),
      ("Côte’s", "cote"), ("the P5's", "the p5"), ("1990’s", "1990"), ("1990's-era", "1990[1990-era] era"),
      ("US's", "us{US}"), ("it's", "it"), ("5'sa", "5 sa"), ("1's's", "1 s"),
    ])
  func possessive(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test("An apostrophe-s is not covered")
  func possessiveRange() {
    #expect(covered("France's veto, P5’s Côte’s") == ["France", "veto", "P5", "Côte"])
    #expect(covered("US's") == ["US", "US"])
  }

  @Test(
    "Other apostrophes",
    arguments: [
      ("don't", "don't"), ("don’t", "don't"), ("O’Brien", "o'brien"), ("Qur'an", "qur'an"),
      ("states'", "states"),
      ("'quoted'", "quoted"), ("statesʼ", "states"), ("rock'n'roll", "rock'n'roll"), ("ʼ ʼʼ", ""),
      ("ʼs", "s"),
      ("Cote d'Ivoire", "cote d ivoire"), ("Côte d’Ivoire", "cote d ivoire"), ("d'Ivoire's", "d ivoire"),
      ("L’Aquila", "l aquila"), ("qu’il", "qu il"), ("N'Djamena", "n djamena"), ("b'a", "b'a"), ("ג'", "ג"),
    ])
  func apostrophes(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test(
    "Hyphens and slashes",
    arguments: [
      ("follow-up", "follow[follow-up] up"), ("follow\u{2010}up", "follow[follow-up] up"),
      ("Follow\u{2011}Up's", "follow[follow-up] up"),
      ("state-of-the-art", "state[state-of-the-art] of the art"),
      ("A/67/929", "a[a/67/929] 67 929"), ("S/RES/1973", "s[s/res/1973] res{RES} 1973"),
      ("S/RES/1973 (2011)", "s[s/res/1973(2011)] res{RES} 1973 2011"),
      ("S/RES/1973(2011)", "s[s/res/1973(2011)] res{RES} 1973 2011"),
      ("S/RES/1973\u{A0}(2011)", "s[s/res/1973(2011)] res{RES} 1973 2011"),
      ("S/RES/1973 (20111)", "s[s/res/1973] res{RES} 1973 20111"), ("1973 (2011)", "1973 2011"),
      ("and/or (2011)", "and[and/or] or 2011"), ("post-1945 (2011)", "post[post-1945] 1945 2011"),
      ("A/67/929-S/2013/399", "a[a/67/929-s/2013/399] 67 929 s 2013 399"),
      ("pre- and post-war", "pre and post[post-war] war"),
      ("a--b a - b a/ b", "a b a b a b"), ("Côte-d’Ivoire", "cote[cote-d'ivoire] d ivoire"),
      ("US-led", "us[us-led]{US} led"), ("France's-led", "france[france-led] led"),
      ("a-b-c-d-e-f-g-h", "a[a-b-c-d-e-f-g-h] b c d e f g h"), ("a-b-c-d-e-f-g-h-i", "a b c d e f g h i"),
      ("a-ʼb/c's-dʼ-e", "a[a-b/c-d-e] b c d e"), ("a-ʼ\u{308}ʼs-b", "a[a-'s-b] 's b"),
      ("up_to-date", "up to[to-date] date"), ("a-b c-d", "a[a-b] b c[c-d] d"),
    ])
  func compounds(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test("A whole covers all of its parts and the year")
  func compoundRange() {
    #expect(
      covered("see S/RES/1973 (2011).") == ["see", "S", "S/RES/1973 (2011)", "RES", "RES", "1973", "2011"])
    #expect(covered("follow-up’s") == ["follow", "follow-up", "up"])
  }

  @Test("A whole has at most 64 bytes")
  func compoundLimit() {
    let most = String(repeating: "a", count: 62)
    #expect(tokens(Array("\(most)-b".utf8)) == "\(most)[\(most)-b] b")
    #expect(tokens(Array("\(most)a-b".utf8)) == "\(most)a b")
  }

  @Test(
    "Capitals as written",
    arguments: [
      ("US", "us{US}"), ("WHO who Who", "who{WHO} who who"), ("UNSCR", "unscr{UNSCR}"), ("UNICEF", "unicef"),
      ("A", "a"),
      ("P5 R2P", "p5 r2p"), ("ÉU", "eu{ÉU}"), ("СССР", "ссср{СССР}"), ("U.S", "u.s"), ("D'US", "d us{US}"),
    ])
  func capitals(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test(
    "Underscores stand between words",
    arguments: [("R2P_report", "r2p report"), ("__a__", "a"), ("é_b", "e b"), ("10\u{202F}000", "10 000")])
  func underscores(text: String, expected: String) { #expect(tokens(Array(text.utf8)) == expected) }

  @Test("Ill-formed UTF-8 separates words")
  func illFormed() {
    #expect(tokens([0x61, 0x80, 0x62, 0xE2, 0x80, 0x63, 0xFF]) == "a b c")
    #expect(tokens([0xED, 0xA0, 0x80, 0x61, 0xF0, 0x9F]) == "a")
  }

  @Test("A term has at most 255 bytes, its token covers the word")
  func longWords() {
    let word = String(repeating: "a", count: 300)
    #expect(tokens(Array(word.utf8)) == String(word.prefix(255)))
    #expect(covered(word) == [word])
    let ideograph = String(repeating: "\u{AC00}", count: 100)
    #expect(tokens(Array(ideograph.utf8)) == String(repeating: "\u{AC00}", count: 85))
    #expect(tokens(Array("a\(ideograph)b".utf8)) == "a" + String(repeating: "\u{AC00}", count: 84))
    #expect(covered(ideograph) == [ideograph])
  }

  @Test("The fingerprint names the Unicode version")
  func fingerprint() { #expect(Analyzer.fingerprint.contains("unicode-15.0.0")) }
}
