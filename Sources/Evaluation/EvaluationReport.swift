/// How well a corpus, as it is read, agrees with a gold file.
package struct EvaluationReport: Sendable, Equatable {
  package struct Measure: Sendable, Equatable {
    package var name: String
    package var share: Share
    /// The least share that passes, in percent; nil if nothing is asked of it.
    package var leastPercent: Int?

    /// A measure of nothing passes only where nothing is asked of it.
    package var passes: Bool {
      leastPercent.map { share.all > 0 && share.right * 100 >= $0 * share.all } ?? true
    }
  }

  /// One of the rules that find statements.
  package struct Rule: Sendable, Equatable {
    package var name: String
    /// Of pairs of a statement that the rule found and one of its speakers.
    package var precision: Share
    /// Of pairs of marked words of the rule's kind and one of their speakers.
    package var recall: Share
  }

  /// A mark that the corpus does not bear out.
  package struct Miss: Sendable, Equatable {
    package var file: String
    package var line: Int
    package var column: Int
    package var reason: String
  }

  package var measures: [Measure]
  package var rules: [Rule] = []
  package var misses: [Miss]

  package var passes: Bool { measures.allSatisfy(\.passes) }
}
