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

  /// - Parameter groups: Of each group its words and phrases, as written. What holds no word is passed over, and groups that share
  ///   a member are one.
  package init(_ groups: [[String]]) {
    var reader = QueryWordReader(Analyzer())
    var merged: [[Member]] = []
    var groupOfKey: [[UInt8]: Int] = [:]
    for group in groups {
      let members = group.compactMap { Self.member($0, &reader) }
      let known = members.lazy.compactMap { groupOfKey[$0.key] }.first
      let index = known ?? merged.count
      if known == nil { merged.append([]) }
      for member in members where groupOfKey[member.key] == nil && merged[index].count < Self.groupLimit {
        merged[index].append(member)
        groupOfKey[member.key] = index
      }
    }
    for members in merged where members.count > 1 {
      for member in members {
        alternatives[member.key] = [member.query] + members.filter { $0.key != member.key }.map(\.query)
      }
    }
  }

  private typealias Member = (key: [UInt8], query: Query)

  package var isEmpty: Bool { alternatives.isEmpty }

  /// What a bare word, or several that hyphens join, stands for; nil if for itself alone.
  func alternatives(of leaf: Query) -> [Query]? {
    guard let key = Self.key(leaf), let found = alternatives[key] else { return nil }
    // What the dictionary of synonyms writes in another way is found as it was asked for.
    return [leaf] + found.dropFirst()
  }

  private static func member(_ text: String, _ reader: inout QueryWordReader) -> Member? {
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
