package import Query
package import Search
package import Wire

extension SnapshotIndex {
  package func explain(
    _ id: String, _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> ExplainOutcome {
    do throws(SearchError) {
      return try snapshot.explain(id, query, options)
    } catch {
      throw WireError(error, indexDirectory: source.indexDirectory)
    }
  }

  package func plan(_ query: Query, _ options: SearchOptions) throws(WireError) -> PlanMessage {
    do throws(SearchError) {
      return PlanMessage(try snapshot.account(of: query, options))
    } catch {
      throw WireError(error, indexDirectory: source.indexDirectory)
    }
  }
}

extension ExplanationMessage {
  init(_ explanation: Explanation) {
    self.init(
      matches: explanation.isMatch, score: explanation.score, k1: explanation.k1, b: explanation.b,
      parts: explanation.parts.map(PartMessage.init),
      unmet: explanation.unmet.map { UnmetMessage(clause: $0.clause, reason: $0.reason) })
  }
}

extension PartMessage {
  fileprivate init(_ part: ExplainedPart) {
    self.init(
      text: part.text, level: part.level.rawValue, inStatement: part.isInStatement,
      occurrences: part.occurrences, frequency: part.frequency,
      terms: part.terms.map { WeighedTermMessage(text: $0.text, units: $0.unitsWithTerm, idf: $0.idf) },
      units: part.unitCount, idf: part.idf, averageLength: part.averageLength,
      portions: part.portions.map {
        PortionMessage(frequency: $0.frequency, length: $0.length, score: $0.score)
      }, score: part.score)
  }
}

extension PlanMessage {
  fileprivate init(_ account: AnswerAccount) {
    var counts: [SegmentAnswer: Int] = [:]
    for answer in account.segments { counts[answer, default: 0] += 1 }
    var steps: [PlanStepMessage] = []
    for answer in account.segments {
      guard let segments = counts.removeValue(forKey: answer) else { continue }
      steps.append(PlanStepMessage(best: .init(answer.best), count: .init(answer.count), segments: segments))
    }
    self.init(
      total: account.total, everyMatch: account.everyMatch.map(EveryMatch.init), steps: steps,
      leaves: account.leaves.map { leaf in
        PlanLeafMessage(text: leaf.text, lists: leaf.lists.map(PlanListMessage.init))
      })
  }
}

extension PlanMessage.EveryMatch {
  fileprivate init(_ reason: EveryMatchReason) {
    self =
      switch reason {
      case .level: .level
      case .shape: .shape
      case .greatScores: .greatScores
      case .order: .order
      case .techniques: .techniques
      }
  }
}

extension PlanStepMessage.Best {
  fileprivate init(_ best: SegmentAnswer.Best) {
    self =
      switch best {
      case .nothing: .nothing
      case .leaders: .leaders
      case .list: .list
      case .maxScore: .maxScore
      case .ranges: .ranges
      case .rarest: .rarest
      case .conjunction: .conjunction
      case .everyMatch: .everyMatch
      }
  }
}

extension PlanStepMessage.Count {
  fileprivate init(_ count: SegmentAnswer.Count) {
    self =
      switch count {
      case .nothing: .nothing
      case .listLength: .listLength
      case .bits: .bits
      case .asking: .asking
      case .whileFinding: .whileFinding
      }
  }
}

extension PlanListMessage {
  fileprivate init(_ lists: ListAccount) {
    let kind: Kind =
      switch lists.kind {
      case .word: .word
      case .terms: .terms
      case .pair: .pair
      }
    self.init(
      text: lists.text, kind: kind, lists: lists.listCount, paragraphs: lists.documentFrequency,
      blocks: lists.blockCount, bytes: lists.byteCount, forms: lists.forms)
  }
}
