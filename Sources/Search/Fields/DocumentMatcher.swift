internal import Query
internal import Segment
internal import Text

/// Holds a document or headings to what a query asks of them; of all that a segment has, ``FieldMatches`` tells it sooner.
struct DocumentMatcher {
  private let test: DocumentTest
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  private var keys = NameKeys()

  init(_ test: DocumentTest) { self.test = test }

  /// Whether it is true of a document, all of whose sections are meant.
  mutating func passes(_ document: StoredDocument) -> Bool {
    if test.field == .title { return holds(document.title) }
    return document.name(test.field).map { test.passes(keys.keys(of: $0, in: test.field)) } ?? false
  }

  /// Whether it is true of a section under these headings.
  mutating func passes(headings: [String]) -> Bool {
    for heading in headings where holds(heading) { return true }
    return false
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
