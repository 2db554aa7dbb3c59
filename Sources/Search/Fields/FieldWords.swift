internal import Query
internal import Text

/// The words of all titles or all headings of a segment, each different word once.
struct FieldWords: Sendable {
  struct Word: Sendable {
    var term: [UInt8]
    /// Of a word that stands alone; empty for a compound and for one in capitals, which only patterns look at.
    var stem: [UInt8]

    var isAlone: Bool { !stem.isEmpty }
  }

  private(set) var words: [Word] = []
  /// The places in ``words`` of each text's words, text behind text.
  private var places: [UInt32] = []
  /// Where those of each text start, and those of the last one end.
  private var starts: [Int] = [0]

  var textCount: Int { starts.count - 1 }

  /// Whether a test is true of each text, in order.
  ///
  /// - Complexity: Linear in the different words, and in all words.
  func texts(passing test: DocumentTest) -> [Bool] {
    switch test.value {
    case .name: [Bool](repeating: false, count: textCount)
    case .pattern(let asked): texts(holding: words.map { asked.pattern.matches($0.term) })
    case .words(let asked): texts(holdingAll: asked.map(places))
    case .phrase(let asked): texts(holdingRun: asked.map(places))
    }
  }

  /// For each of ``words`` whether it is what is asked for.
  private func places(of asked: QueryWord) -> [Bool] {
    let stem = asked.form == .anyForm ? Analyzer.stem(of: asked.term[...]) : []
    return words.map { $0.isAlone && ($0.term == asked.term || $0.stem == stem) }
  }

  private func texts(holding isAsked: [Bool]) -> [Bool] {
    (0..<textCount).map { text in
      places[starts[text]..<starts[text + 1]].contains { isAsked[Int($0)] }
    }
  }

  private func texts(holdingAll asked: [[Bool]]) -> [Bool] {
    var passing = [Bool](repeating: true, count: textCount)
    for isAsked in asked {
      for (text, holds) in texts(holding: isAsked).enumerated() where !holds { passing[text] = false }
    }
    return passing
  }

  private func texts(holdingRun asked: [[Bool]]) -> [Bool] {
    var run: [Int] = []
    return (0..<textCount).map { text in
      run.removeAll(keepingCapacity: true)
      for place in places[starts[text]..<starts[text + 1]] where words[Int(place)].isAlone {
        run.append(Int(place))
      }
      guard asked.count <= run.count else { return false }
      return (0...run.count - asked.count).contains { first in
        asked.indices.allSatisfy { asked[$0][run[first + $0]] }
      }
    }
  }
}

extension FieldWords {
  /// Makes one, text by text.
  struct Builder {
    private(set) var words = FieldWords()
    private var known: [Key: UInt32] = [:]
    private let analyzer = Analyzer()
    private var buffer = TokenBuffer()

    private struct Key: Hashable {
      var term: [UInt8]
      var isAlone: Bool
    }

    mutating func add(_ text: String) {
      let bytes = Array(text.utf8)
      analyzer.analyze(bytes.span, into: &buffer)
      for token in buffer.tokens {
        let key = Key(term: Array(buffer.term(of: token)), isAlone: token.kind == .word)
        if let place = known[key] {
          words.places.append(place)
          continue
        }
        let place = UInt32(words.words.count)
        known[key] = place
        words.places.append(place)
        words.words.append(
          Word(term: key.term, stem: key.isAlone ? Analyzer.stem(of: key.term[...]) : []))
      }
      words.starts.append(words.places.count)
    }
  }
}
