import Query
import Search

/// Makes a pair that differs smaller, as long as it still differs.
///
/// Takes parts away, big ones first, and begins anew whenever that leaves a difference (Zeller and Hildebrandt, "Simplifying and
/// Isolating Failure-Inducing Input", IEEE Transactions on Software Engineering 28, 2002).
package struct Shrinking {
  /// Paragraphs that are indexed before it is enough: half a minute where nothing is optimized.
  private static let paragraphLimit = 300_000

  private var failure: Failure
  private var paragraphCount = 0

  package static func smallest(_ failure: Failure) -> Failure {
    var shrinking = Shrinking(failure: failure)
    while shrinking.takeAway() {}
    return shrinking.failure
  }

  /// Whether something could be taken away.
  private mutating func takeAway() -> Bool {
    let (corpus, question) = (failure.corpus, failure.question)
    if corpus.hasLessText({ differs($0, question) }) { return true }
    for smaller in question.smaller where differs(corpus, smaller) { return true }
    return corpus.hasFewerWords { differs($0, question) }
  }

  /// Whether a pair differs; if so it is the one to make smaller.
  private mutating func differs(_ corpus: SampleCorpus, _ question: Question) -> Bool {
    guard paragraphCount < Self.paragraphLimit, corpus.isWellFormed else { return false }
    // What an index takes for itself counts as twenty paragraphs.
    paragraphCount += corpus.paragraphCount + 20
    guard let failure = Oracle.check(corpus, [question]) else { return false }
    self.failure = failure
    return true
  }
}

extension SampleCorpus {
  /// Whether one of the samples that lack documents or paragraphs of this one satisfies `isWanted`.
  fileprivate func hasLessText(_ isWanted: (SampleCorpus) -> Bool) -> Bool {
    if segmentByteCount < 1 << 25, isWanted(with { $0.segmentByteCount = 1 << 25 }) { return true }
    for part in documents.partsToDrop where part.count < documents.count {
      if isWanted(with { $0.documents.removeSubrange(part) }) { return true }
    }
    for (number, document) in documents.enumerated() {
      if document.date != nil, isWanted(with { $0.documents[number].date = nil }) { return true }
      if !document.title.isEmpty, isWanted(with { $0.documents[number].title = [] }) { return true }
      if document.symbol != nil, isWanted(with { $0.documents[number].symbol = nil }) { return true }
      if document.kind != nil, isWanted(with { $0.documents[number].kind = nil }) { return true }
      if document.publisher != nil, isWanted(with { $0.documents[number].publisher = nil }) { return true }
      if document.language != nil, isWanted(with { $0.documents[number].language = nil }) { return true }
      for part in document.paragraphs.partsToDrop {
        if isWanted(with { $0.documents[number].paragraphs.removeSubrange(part) }) { return true }
      }
    }
    return false
  }

  /// Whether one of the samples that lack words of this one satisfies `isWanted`.
  fileprivate func hasFewerWords(_ isWanted: (SampleCorpus) -> Bool) -> Bool {
    for (number, document) in documents.enumerated() {
      for (index, paragraph) in document.paragraphs.enumerated() {
        for part in paragraph.parts.partsToDrop where part.count < paragraph.parts.count {
          if isWanted(with { $0.documents[number].paragraphs[index].parts.removeSubrange(part) }) {
            return true
          }
        }
        for (sentence, part) in paragraph.parts.enumerated() {
          for words in part.places.partsToDrop where words.count < part.places.count {
            if isWanted(
              with { $0.documents[number].paragraphs[index].parts[sentence].places.removeSubrange(words) })
            {
              return true
            }
          }
        }
      }
    }
    return false
  }

  private func with(_ change: (inout SampleCorpus) -> Void) -> SampleCorpus {
    var changed = self
    change(&changed)
    return changed
  }
}

extension Array {
  /// All of it, its halves, quarters and so on down to single elements.
  fileprivate var partsToDrop: [Range<Int>] {
    var parts: [Range<Int>] = []
    var size = count
    while size > 0 {
      for start in stride(from: 0, to: count, by: size) {
        parts.append(start..<Swift.min(start + size, count))
      }
      size = size == 1 ? 0 : (size + 1) / 2
    }
    return parts
  }
}

extension Question {
  /// The question with something less in it, in every way.
  fileprivate var smaller: [Question] {
    var all = asked.smaller.map { tree in with { $0.asked = tree } }
    if match == .any { all.append(with { $0.match = .all }) }
    if level != .paragraph { all.append(with { $0.level = .paragraph }) }
    if speaker != nil { all.append(with { $0.speaker = nil }) }
    if countsAll { all.append(with { $0.countsAll = false }) }
    if field != .document { all.append(with { $0.field = .document }) }
    if dates != nil { all.append(with { $0.dates = nil }) }
    if sort != .relevance { all.append(with { $0.sort = .relevance }) }
    if offset > 0 { all.append(with { $0.offset = 0 }) }
    if (k1, b) != (1.2, 0.75) { all.append(with { ($0.k1, $0.b) = (1.2, 0.75) }) }
    if limit > 1 { all.append(with { $0.limit = 1 }) }
    return all
  }

  private func with(_ change: (inout Question) -> Void) -> Question {
    var changed = self
    change(&changed)
    return changed
  }
}

extension Asked {
  /// The tree with a part of it left out, in every way.
  fileprivate var smaller: [Asked] {
    switch self {
    case .leaf: []
    case .dates(let values):
      values.count == 1 ? [] : values.indices.map { .dates(Array(values[..<$0] + values[($0 + 1)...])) }
    case .speakers(let value):
      value.names.count == 1
        ? []
        : value.names.indices.map { index in
          var value = value
          value.names.remove(at: index)
          return .speakers(value)
        }
    case .field(let test):
      test.values.count == 1
        ? []
        : test.values.indices.map { index in
          var test = test
          test.values.remove(at: index)
          return .field(test)
        }
    case .near(let nearness, let left, let right):
      [left, right] + left.smaller.filter(\.standsInText).map { .near(nearness, $0, right) }
        + right.smaller.filter(\.standsInText).map { .near(nearness, left, $0) }
    case .modes(let modes):
      modes.count == 1 ? [] : modes.indices.map { .modes(Array(modes[..<$0] + modes[($0 + 1)...])) }
    case .not(let operand):
      [operand]
        + operand.smaller.compactMap {
          if case .not = $0 { nil } else { .not($0) }
        }
    case .and(let operands): Self.smaller(operands, Self.joinedByAnd)
    case .neighbours(let operands): Self.smaller(operands, Self.asNeighbours)
    case .or(let operands): Self.smaller(operands, Self.joinedByOr)
    }
  }

  /// Whether it asks for words alone: so do all parts of what stands next to NEAR.
  private var standsInText: Bool {
    switch self {
    case .leaf, .near, .and, .or, .neighbours: true
    case .not, .dates, .speakers, .modes, .field: false
    }
  }

  private static func smaller(_ operands: [Asked], _ join: ([Asked]) -> Asked) -> [Asked] {
    var all = operands
    if operands.count > 2 {
      all += operands.indices.map { join(Array(operands[..<$0] + operands[($0 + 1)...])) }
    }
    for (index, operand) in operands.enumerated() {
      all += operand.smaller.map { join(operands[..<index] + [$0] + operands[(index + 1)...]) }
    }
    return all
  }
}
