internal import Query
internal import Segment
internal import Text

/// Holds documents and headings to what a query asks of them.
struct DocumentMatcher {
  private let test: DocumentTest
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  private var keys = NameKey()

  init(_ test: DocumentTest) { self.test = test }

  /// Whether it is true of a document, all of whose sections are meant.
  mutating func passes(_ document: StoredDocument) -> Bool {
    switch test.field {
    case .doc: isID(document.id)
    case .title: holds(document.title)
    case .kind: isName(document.kind, orBeginning: false)
    case .lang: isName(document.language, orBeginning: true)
    case .symbol: isPart(of: document.symbol)
    case .section: preconditionFailure("of a section")
    }
  }

  /// Whether it is true of a section under these headings.
  mutating func passes(headings: [String]) -> Bool {
    for heading in headings where holds(heading) { return true }
    return false
  }

  /// An id is known by its last part, too.
  private mutating func isID(_ id: String) -> Bool {
    if isName(id, orBeginning: false) { return true }
    guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    return isName(String(id[id.utf8.index(after: slash)...]), orBeginning: false)
  }

  /// - Parameter orBeginning: Whether the first words of the name are enough: `en` for `en-GB`.
  private mutating func isName(_ name: String?, orBeginning: Bool) -> Bool {
    guard case .name(let wanted, let isPrefix) = test.value, let key = name.flatMap({ keys.key(of: $0) })
    else { return false }
    if key == wanted { return true }
    return key.starts(with: wanted) && (isPrefix || orBeginning && key[wanted.count] == 0x20)
  }

  /// Whether the words asked for stand in the name, one after the other.
  private mutating func isPart(of name: String?) -> Bool {
    guard case .name(let wanted, let isPrefix) = test.value, let key = name.flatMap({ keys.key(of: $0) })
    else { return false }
    let words = key.split(separator: 0x20).map(Array.init)
    let asked = wanted.split(separator: 0x20).map(Array.init)
    guard let last = asked.last, asked.count <= words.count else { return false }
    return (0...words.count - asked.count).contains { first in
      let run = words[first..<first + asked.count]
      guard run.dropLast().elementsEqual(asked.dropLast()), let end = run.last else { return false }
      return isPrefix ? end.starts(with: last) : end == last
    }
  }

  /// Whether the words asked for stand in `text`.
  private mutating func holds(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    analyzer.analyze(bytes.span, into: &buffer)
    if case .pattern(let asked) = test.value {
      return buffer.tokens.contains { asked.pattern.matches(Array(buffer.term(of: $0))) }
    }
    let terms = buffer.tokens.filter { $0.kind == .word }.map { Array(buffer.term(of: $0)) }
    switch test.value {
    case .words(let words): return words.allSatisfy { word in terms.contains { word.isTerm($0) } }
    case .phrase(let words):
      guard words.count <= terms.count else { return false }
      return (0...terms.count - words.count).contains { first in
        zip(words, terms[first...]).allSatisfy { $0.isTerm($1) }
      }
    case .name, .pattern: return false
    }
  }
}

extension QueryWord {
  /// Whether a text's word with this term is what is asked for.
  fileprivate func isTerm(_ other: [UInt8]) -> Bool {
    term == other || form == .anyForm && Analyzer.stem(of: term[...]) == Analyzer.stem(of: other[...])
  }
}
