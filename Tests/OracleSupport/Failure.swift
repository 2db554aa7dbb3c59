/// A pair of sample and question that the engine answers otherwise than the scan.
package struct Failure: Sendable {
  package var corpus: SampleCorpus
  package var question: Question
  package var difference: Difference
}

extension Oracle {
  /// Holds the first questions about the sample with number `seed` to the scan.
  ///
  /// - Returns: The first pair that differs; nil if none does.
  package static func check(seed: UInt64, questionCount: Int) -> Failure? {
    let corpus = SampleCorpus(seed: seed)
    return check(corpus, (0..<questionCount).lazy.map { Question(number: $0, about: corpus, seed: seed) })
  }

  /// Holds some questions about a sample to the scan.
  static func check(_ corpus: SampleCorpus, _ questions: some Sequence<Question>) -> Failure? {
    var oracle: Oracle?
    for question in questions {
      do {
        if oracle == nil { oracle = try Oracle(corpus) }
        guard let difference = oracle?.difference(for: question) else { continue }
        return Failure(corpus: corpus, question: question, difference: difference)
      } catch {
        let difference = Difference(what: "building", expected: "no error", found: "\(error)")
        return Failure(corpus: corpus, question: question, difference: difference)
      }
    }
    return nil
  }
}

extension Failure: CustomStringConvertible {
  /// All that is needed to see it again by hand.
  package var description: String {
    let files = corpus.documents.map { "== \($0.path)\n\($0.markdown)" }.joined(separator: "\n")
    return """
      query: \(question)
      \(difference)
      segments are to have \(corpus.segmentByteCount) bytes of documents
      \(files)
      """
  }
}
