import Foundation
import TestSupport
import Testing
import Text

@testable import Corpus

/// How often repair does what a reader would, on breaks that were read and judged by hand.
///
/// A gold file holds places, not words: the last words before a break and the first behind it, each by line, column
/// (bytes, from 1) and number of words, never more than eight in all. `together` says that they are one phrase, which
/// must stand in exactly one paragraph; `apart`, that a heading, a bullet, a name of a list or a paragraph ends
/// between them, so that the phrase must stand in none.
@Suite(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
struct GoldTests {
  /// The least part that has to be right, of each kind and collection.
  private static let leastRate = 0.98

  @Test func `the raw papers`() throws {
    try expectGold("papers", root: try #require(Repository.shared) + "/seeds")
  }

  @Test(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
  func `the UN General Debate`() throws {
    try expectGold("general-debate", root: try #require(UNGDC.folder))
  }

  @Test func `the Security Council`() throws {
    let root = try #require(Repository.shared) + "/corpora/unsc-speeches/raw/all_speeches_from_debate"
    try expectGold("security-council", root: root)
  }

  private func expectGold(_ name: String, root: String) throws {
    let phrases = try Gold.phrases(named: name)
    let reader = try CorpusReader(root: root)
    var terms: [String: [[Gold.Term]]] = [:]
    var lines: [String: EditorLines] = [:]
    var right = [Gold.Phrase.Kind: Int]()
    for phrase in phrases {
      if terms[phrase.file] == nil {
        let source = try #require(reader.sources.first { $0.path == phrase.file }, "\(phrase.file)")
        let bytes = try reader.read(source)
        let document = try reader.documents(in: bytes, of: source)[0]
        terms[phrase.file] = document.paragraphs.map { Gold.terms(of: $0.utf8) }
        lines[phrase.file] = EditorLines(bytes)
      }
      let words = Gold.terms(of: try #require(lines[phrase.file].map(phrase.words)))
      #expect((2...8).contains(words.count), "\(phrase)")
      let count = try #require(terms[phrase.file]).count { Gold.contains($0, words) }
      if count == (phrase.kind == .together ? 1 : 0) {
        right[phrase.kind, default: 0] += 1
      } else {
        print(
          "gold \(name): \(phrase.kind) fails at \(phrase.file):\(phrase.places[0].line):\(phrase.places[0].column)"
        )
      }
    }
    for kind in Gold.Phrase.Kind.allCases {
      let all = phrases.count { $0.kind == kind }
      let rate = Double(right[kind, default: 0]) / Double(all)
      print("gold \(name): \(kind) \(right[kind, default: 0]) of \(all)")
      #expect(rate >= Self.leastRate, "\(name): \(kind) \(rate)")
    }
  }
}

/// The judged breaks.
enum Gold {
  typealias Term = [UInt8]

  struct Phrase {
    enum Kind: String, CaseIterable {
      case together
      case apart
    }

    var kind: Kind
    var file: String
    /// Where its words stand, before and behind the break.
    var places: [(line: Int, column: Int, words: Int)]

    /// Its words, without markup.
    func words(in lines: EditorLines) -> [UInt8] {
      let parts = places.map { place in
        let line = String(decoding: lines.line(place.line).dropFirst(place.column - 1), as: UTF8.self)
        let text = line.replacing(/\]\([^)]*\)|\[|<[^>]*>|\*\*/, with: "")
        let words = text.split(whereSeparator: \.isWhitespace).filter {
          $0.contains { $0.isLetter || $0.isNumber }
        }
        return words.prefix(place.words).joined(separator: " ")
      }
      // An apostrophe-s behind a link belongs to it.
      return Array(parts.joined(separator: parts[1].hasPrefix("'s") ? "" : " ").utf8)
    }
  }

  static func phrases(named name: String) throws -> [Phrase] {
    let path = Repository.root + "/Tests/CorpusTests/Gold/" + name + ".tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t").map(String.init)
      let numbers = try fields.dropFirst(2).map { try #require(Int($0)) }
      return Phrase(
        kind: try #require(Phrase.Kind(rawValue: fields[0])), file: fields[1],
        places: [(numbers[0], numbers[1], numbers[2]), (numbers[3], numbers[4], numbers[5])])
    }
  }

  static func terms(of utf8: [UInt8]) -> [Term] {
    var buffer = TokenBuffer()
    Analyzer().analyze(utf8.span, into: &buffer)
    return buffer.tokens.filter { $0.kind == .word }.map { Array(buffer.term(of: $0)) }
  }

  static func contains(_ text: [Term], _ phrase: [Term]) -> Bool {
    guard text.count >= phrase.count else { return false }
    return (0...text.count - phrase.count).contains { text[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
