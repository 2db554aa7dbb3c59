internal import Corpus
internal import Text

extension BreakGold {
  /// How many of the phrases stand in as many paragraphs as they should.
  ///
  /// - Throws: what keeps a file from being read.
  func evaluate(_ documents: GoldDocuments) throws -> EvaluationReport {
    var shares: [Phrase.Kind: Share] = [:]
    var misses: [EvaluationReport.Miss] = []
    var terms: [String: [[Term]]] = [:]
    for phrase in phrases {
      let (document, lines) = try documents.document(phrase.file)
      let paragraphs = terms[phrase.file] ?? document.paragraphs.map { Self.terms(of: $0.utf8) }
      terms[phrase.file] = paragraphs
      let words = Self.terms(of: phrase.text(in: lines))
      let count = paragraphs.count { Self.contains($0, words) }
      let isRight = words.count > 1 && count == (phrase.kind == .together ? 1 : 0)
      shares[phrase.kind, default: Share()].add(isRight)
      if !isRight {
        misses.append(
          EvaluationReport.Miss(
            file: phrase.file, line: phrase.sides[0].line, column: phrase.sides[0].column,
            reason: words.count < 2
              ? "no two words stand there"
              : phrase.kind == .together
                ? "the phrase across the break is in \(count) paragraphs, expected 1"
                : "the words before and behind the break are one phrase"))
      }
    }
    return EvaluationReport(
      measures: Phrase.Kind.allCases.map { kind in
        EvaluationReport.Measure(
          name: kind.rawValue, share: shares[kind] ?? Share(), leastPercent: leastPercents[kind.rawValue])
      }, misses: misses)
  }

  private typealias Term = [UInt8]

  private static func terms(of utf8: [UInt8]) -> [Term] {
    var buffer = TokenBuffer()
    Analyzer().analyze(utf8.span, into: &buffer)
    return buffer.tokens.filter { $0.kind == .word }.map { Array(buffer.term(of: $0)) }
  }

  private static func contains(_ text: [Term], _ phrase: [Term]) -> Bool {
    guard text.count >= phrase.count else { return false }
    return (0...text.count - phrase.count).contains { text[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
