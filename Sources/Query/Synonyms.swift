import Text

/// Words and phrases that mean the same: `R2P`, `RtoP` and `responsibility to protect`.
///
/// A bare word of a query that is one of them stands for all; words in quotes and behind `=` stand for themselves.
package struct Synonyms: Sendable {
  /// The most words and phrases that mean the same.
  package static let groupLimit = 64

  /// By what a word is known by: the alternatives that it stands for.
  private var alternatives: [[UInt8]: [Query]] = [:]

  package init() {}

  /// - Parameter groups: Of each group its words and phrases, as written. What holds no word is passed over, and what is in two groups
  ///   belongs to the first.
  package init(_ groups: [[String]]) {
    var reader = QueryWordReader(Analyzer())
    for group in groups {
      var members: [(key: [UInt8], query: Query)] = []
      for text in group.prefix(Self.groupLimit) {
        guard let member = Self.member(text, &reader) else { continue }
        if !members.contains(where: { $0.key == member.key }) { members.append(member) }
      }
      guard members.count > 1 else { continue }
      for member in members where alternatives[member.key] == nil {
        alternatives[member.key] = [member.query] + members.filter { $0.key != member.key }.map(\.query)
      }
    }
  }

  package var isEmpty: Bool { alternatives.isEmpty }

  /// What a bare word, or several that hyphens join, stands for; nil if for itself alone.
  func alternatives(of leaf: Query) -> [Query]? {
    guard let key = Self.key(leaf), let found = alternatives[key] else { return nil }
    // What the dictionary of synonyms writes in another way is found as it was asked for.
    return [leaf] + found.dropFirst()
  }

  private static func member(_ text: String, _ reader: inout QueryWordReader) -> (key: [UInt8], query: Query)?
  {
    guard let leaf = reader.leaf(of: text, style: .quoted) else { return nil }
    guard case .word(var word) = leaf else { return key(leaf).map { ($0, leaf) } }
    word.form = .anyForm
    guard let key = key(.word(word)) else { return nil }
    // A word that is no other when it stands in capitals is looked for in capitals: US, WHO.
    if isOnlyInCapitals(word) {
      return (key, .word(QueryWord(text: word.text, term: Array(word.text.utf8), form: .exact)))
    }
    return (key, .word(word))
  }

  /// Words are known by their stems, those that small letters make something else of by their capitals, phrases by their terms.
  private static func key(_ leaf: Query) -> [UInt8]? {
    switch leaf {
    case .word(let word) where word.form == .anyForm:
      return isOnlyInCapitals(word) ? Array(word.text.utf8) : Analyzer.stem(of: word.term[...])
    case .phrase(let words): return Array(words.map(\.term).joined(separator: [0x20]))
    default: return nil
    }
  }

  private static func isOnlyInCapitals(_ word: QueryWord) -> Bool {
    (2...5).contains(word.text.utf8.count) && word.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && StopWords.contains(QueryWord(text: word.text.lowercased(), term: word.term, form: .anyForm))
  }
}
