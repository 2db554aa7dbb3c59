/// What a name is looked up by: its folded words.
enum SpeakerKey {
  /// The words of `name` as ``WordReader`` reads them.
  static func words(of name: some StringProtocol) -> [String] {
    let utf8 = Array(name.utf8)
    var reader = WordReader(keepsFolded: true)
    var words: [String] = []
    while reader.next(in: utf8.span) { words.append(String(decoding: reader.folded, as: UTF8.self)) }
    return words
  }

  /// The words with a space between them, `the` in front left out.
  static func key(of words: some Collection<String>) -> String {
    var words = words[...]
    while words.first == "the", words.count > 1 { words = words.dropFirst() }
    return words.joined(separator: " ")
  }

  static func key(of name: String) -> String { key(of: words(of: name)) }
}
