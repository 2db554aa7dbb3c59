/// From the attributions of one sentence to the runs of words that each of them covers.
///
/// An attribution reaches from its clause to the next one's. Clauses that depend on another speaker's verb (`France noted that
/// Syria had said …`) are that speaker's words, not new attributions.
struct Extents {
  /// An attribution with the words that are its speaker's.
  struct Span {
    var attribution: Attribution
    var words: Range<Int>
  }

  let passage: Passage
  let range: Range<Int>

  /// - Parameter attributions: In the order of their starts.
  func spans(of attributions: [Attribution]) -> [Span] {
    var spans: [Span] = []
    for attribution in attributions {
      guard let last = spans.last else {
        spans.append(Span(attribution: attribution, words: firstStart(of: attribution)..<range.upperBound))
        continue
      }
      guard attribution.evidence.lowerBound >= last.attribution.evidence.upperBound,
        let start = nextStart(of: attribution, after: last.attribution, isFirst: spans.count == 1),
        start > last.words.lowerBound
      else { continue }
      spans[spans.count - 1].words = last.words.lowerBound..<start
      spans.append(Span(attribution: attribution, words: start..<range.upperBound))
    }
    if spans.count == 1 { spans[0].words = withoutMainClause(spans[0]) }
    return spans
  }

  /// Where the words of the sentence's first speaker begin: at the sentence's start, unless another clause comes first.
  private func firstStart(of attribution: Attribution) -> Int {
    guard attribution.reach == .clause else { return range.lowerBound }
    switch attribution.link {
    case .with(let word), .contrast(let word), .coordinator(let word): return max(range.lowerBound, word)
    case .semicolon: return attribution.start
    default: return clauseStart(before: attribution.start, after: range.lowerBound) ?? range.lowerBound
    }
  }

  /// Where the words of a further speaker begin; nil if the clause depends on the one before.
  private func nextStart(of next: Attribution, after last: Attribution, isFirst: Bool) -> Int? {
    let verbEnd = last.evidence.upperBound
    switch next.link {
    case .with(let word): return word
    case .semicolon: return next.start
    case .contrast(let word): return passage.is(.that, at: word - 1) ? nil : word
    case .coordinator(let word):
      let isNewClause = !passage.isPlain(at: word) || passage.is(.that, at: next.evidence.upperBound)
      return isNewClause && !passage.is(.that, at: word - 1) ? word : nil
    case .comma, .sentenceStart:
      if isFirst, opensWithSubordinate(last) {
        return afterComma(before: next.start, after: verbEnd) ?? next.start
      }
      return clauseStart(before: next.start, after: verbEnd)
    case .as, .subordinate, .preposition, .other:
      return next.rule == .accordingTo ? clauseStart(before: next.start, after: verbEnd) : nil
    }
  }

  /// The last `while`, `and` with a comma before it, or the like, between two places; nil if there is none, or `that` follows it.
  private func clauseStart(before start: Int, after first: Int) -> Int? {
    var index = start - 1
    while index > first {
      if passage.is(.that, at: index) { return nil }
      if passage.words[index].gap.contains(.semicolon) { return index }
      let isContrast = passage.isA(.contrast, at: index)
      let isLink = passage.isA(.coordinator, at: index) || passage.is(.with, at: index)
      if isContrast
        || isLink && passage.words[index].gap.contains(.comma)
          && passage.words[index + 1].gap.contains(.comma)
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  private func afterComma(before start: Int, after first: Int) -> Int? {
    var index = start
    while index > first {
      if passage.words[index].gap.contains(.comma) { return index }
      index -= 1
    }
    return nil
  }

  private func opensWithSubordinate(_ attribution: Attribution) -> Bool {
    switch attribution.link {
    case .contrast(let word), .as(let word): word == range.lowerBound
    default: passage.isA(.contrast, at: range.lowerBound)
    }
  }

  /// `While France argued that …, the proposal was not taken up`: the main clause is not France's.
  private func withoutMainClause(_ span: Span) -> Range<Int> {
    guard case .contrast(let word) = span.attribution.link, word == range.lowerBound else {
      return span.words
    }
    for index in span.attribution.evidence.upperBound..<range.upperBound
    where passage.words[index].gap.contains(.comma) && passage.isA([.article, .mainOpener], at: index)
      && !passage.isA(.coordinator, at: index - 1)
    {
      return span.words.lowerBound..<index
    }
    return span.words
  }
}
