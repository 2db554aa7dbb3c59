import Query
import Search

extension Oracle {
  /// The first paragraphs that are in one group and should not be, or the other way round.
  ///
  /// Groups must hold together by the definition, pair by pair, and what has the same words must be in one. That pairs which differ a little are found is
  /// a matter of likelihood.
  func foundGroupDifference() throws -> Difference? {
    let groups = try snapshot.nearIdenticalParagraphs()
    var groupOf: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      for paragraph in group { groupOf[paragraph] = number }
      let texts = Set(group.map { words(ofParagraph: $0) })
      if let difference = differ("the group of \(group)", 1, NearIdentity.componentCount(of: Array(texts))) {
        return difference
      }
    }
    let paragraphs = Dictionary(grouping: paragraphNumbers, by: words(ofParagraph:))
    for (words, same) in paragraphs where !words.isEmpty && same.count > 1 {
      let found = Set(same.map { groupOf[$0] })
      if found.count > 1 || found.contains(nil) {
        return Difference(what: "the groups of \(same)", expected: "one", found: "\(found)")
      }
    }
    return nil
  }

  /// What collapsing must make of the matches, which come in the order asked: the first of each group, with what is said of the others.
  func collapseDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws -> Difference?
  {
    var options = question.options
    guard options.level == .paragraph else { return nil }
    var groupOf: [Int: Int] = [:]
    for (number, group) in try snapshot.nearIdenticalParagraphs().enumerated() {
      for paragraph in group { groupOf[paragraph] = number }
    }
    // What is like no other is a group of its own.
    let members = Dictionary(grouping: matches.map(\.unit)) { groupOf[$0] ?? -1 - $0 }
    var seen: Set<Int> = []
    let firsts = matches.map(\.unit).filter { seen.insert(groupOf[$0] ?? -1 - $0).inserted }
    options.collapses = true
    let result = try snapshot.search(query, options)
    let page = firsts.dropFirst(question.offset).prefix(question.limit)
    if let difference = differ("the total of collapsed matches", matches.count, result.total)
      ?? differ("the groups of collapsed matches", firsts.count, result.groupCount)
      ?? differ("the collapsed hits", page.map(id(ofParagraph:)), result.hits.map(\.id))
    {
      return difference
    }
    for (unit, hit) in zip(page, result.hits) {
      let wanted = said(members[groupOf[unit] ?? -1 - unit] ?? [], besides: unit)
      if let difference = differ("what is said of \(hit.id)", wanted, hit.said) { return difference }
    }
    guard options.sort == .relevance else { return nil }
    options.rank = .best
    (options.offset, options.limit) = (0, matches.count + 1)
    let best = try snapshot.search(query, options)
    return differ("the groups of collapsed matches by rank best", firsts.count, best.groupCount)
      ?? differ(
        "the collapsed hits by rank best", firsts.map(id(ofParagraph:)).sorted(), best.hits.map(\.id).sorted()
      )
  }

  private func said(_ units: [Int], besides shown: Int) -> Said? {
    guard units.count > 1 else { return nil }
    let documents = Set(units.map(document(ofParagraph:)))
    let dates = documents.compactMap { corpus.documents[$0].date?.days }
    let earliest = dates.min { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let latest = dates.max { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return Said(
      paragraphCount: units.count, documentCount: documents.count, from: earliest.map(Self.interval),
      to: latest.map(Self.interval), undatedCount: documents.count - dates.count,
      others: units.sorted().filter { $0 != shown }.prefix(10).map(id(ofParagraph:)))
  }
}

/// The definition of what is near-identical, word by word and pair by pair.
package enum NearIdentity {
  private struct Text {
    var words: [String]
    var runs: Set<String>

    init(_ words: [String]) {
      self.words = words
      runs = Set((2..<max(2, words.count)).map { words[$0 - 2...$0].joined(separator: " ") })
    }
  }

  private static func isNearIdentical(_ one: Text, _ other: Text) -> Bool {
    guard min(one.words.count, other.words.count) >= 8 else {
      return one.words == other.words && !one.words.isEmpty
    }
    let common = one.runs.intersection(other.runs).count
    return Double(common) / Double(one.runs.count + other.runs.count - common) >= 0.8
  }

  /// Into how many groups texts fall.
  package static func componentCount(of texts: [[String]]) -> Int { Set(components(of: texts)).count }

  /// For each text the number of the first one of its group.
  package static func components(of texts: [[String]]) -> [Int] {
    var groups = Array(texts.indices)
    let texts = texts.map { Text($0) }
    for one in texts.indices {
      for other in texts.indices.prefix(one) where isNearIdentical(texts[one], texts[other]) {
        let (kept, gone) = (min(groups[one], groups[other]), max(groups[one], groups[other]))
        for index in groups.indices where groups[index] == gone { groups[index] = kept }
      }
    }
    return groups
  }
}
