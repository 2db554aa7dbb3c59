import Query
import TestSupport

extension Asked {
  /// `NEAR/5` and its like.
  struct Nearness: Sendable, Hashable {
    enum Relation: String, CaseIterable, Sendable {
      case near = "NEAR"
      case before = "ADJ"
      case notNear = "NOTNEAR"
    }

    enum Reach: Sendable, Hashable {
      case words(Int)
      case sentence, paragraph
    }

    var relation: Relation
    var reach: Reach
    /// Whether the reach is left out, which is 10 words.
    var isPreset = false

    var text: String {
      if isPreset { return relation.rawValue }
      return switch reach {
      case .words(let count): "\(relation.rawValue)/\(count)"
      case .sentence: relation.rawValue + "/s"
      case .paragraph: relation.rawValue + "/p"
      }
    }

    init(using generator: inout SeededGenerator) {
      relation = [.near, .near, .near, .before, .notNear].randomElement(using: &generator)!
      reach = [.words(1), .words(2), .words(3), .words(6), .words(10), .sentence, .sentence, .paragraph]
        .randomElement(using: &generator)!
      if reach == .words(10) { isPreset = Bool.random(using: &generator) }
    }
  }

  /// Words of which one must be near another, or far from it.
  static func randomNear(
    depth: Int, about corpus: SampleCorpus, using generator: inout SeededGenerator
  ) -> Asked {
    .near(
      Nearness(using: &generator), randomInText(depth: depth, about: corpus, using: &generator),
      randomInText(depth: depth, about: corpus, using: &generator))
  }

  /// What asks for words alone.
  private static func randomInText(
    depth: Int, about corpus: SampleCorpus, using generator: inout SeededGenerator
  ) -> Asked {
    func operands() -> [Asked] {
      (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        randomInText(depth: depth - 1, about: corpus, using: &generator)
      }
    }
    guard depth > 0 else { return randomLeaf(about: corpus, using: &generator) }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0..<3: return randomLeaf(about: corpus, using: &generator)
    case 3: return .and(operands())
    case 4: return .neighbours(operands())
    case 5: return .or(operands())
    default: return randomNear(depth: depth - 1, about: corpus, using: &generator)
    }
  }
}
