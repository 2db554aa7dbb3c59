import Search
import TestSupport

/// What one pair of the oracle asks of a sample: a tree, its text, and how it is to be answered.
package struct Question: Sendable {
  package var asked: Asked
  package var limit: Int
  package var offset: Int
  package var k1: Double
  package var b: Double
  /// Chooses between the ways in which the tree can be written.
  package var spelling: UInt64

  /// In the query language.
  package var text: String {
    var generator = SeededGenerator(seed: spelling)
    return asked.written(using: &generator)
  }

  var options: SearchOptions {
    var options = SearchOptions()
    options.limit = limit
    options.offset = offset
    options.parameters = BM25.Parameters(k1: k1, b: b)
    return options
  }

  /// Question `number` about a sample: always the same.
  package init(number: Int, about corpus: SampleCorpus, seed: UInt64) {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number) &+ 1)
    asked = .random(
      depth: [0, 1, 1, 2, 2, 3].randomElement(using: &generator)!, about: corpus, using: &generator)
    limit = [0, 1, 2, 3, 10, 10, 10, 20, 100, 150].randomElement(using: &generator)!
    offset = [0, 0, 0, 0, 0, 1, 2, 7, 100].randomElement(using: &generator)!
    let isDefault = Int.random(in: 0..<4, using: &generator) > 0
    k1 = isDefault ? 1.2 : [0, 0.5, 0.9, 2, 1000].randomElement(using: &generator)!
    b = isDefault ? 0.75 : [0, 0.4, 1].randomElement(using: &generator)!
    spelling = generator.next()
  }
}

extension Question: CustomStringConvertible {
  package var description: String { "\(text)   (limit \(limit), offset \(offset), k1 \(k1), b \(b))" }
}
