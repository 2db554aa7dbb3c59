import Query
import Search

extension Oracle {
  /// What `--rank best` must keep of the plain rank, whatever it prefers: all that matches and nothing else, an order by score and then by
  /// place in the corpus, the same however pages are cut.
  func rankDifference(_ query: Query, _ question: Question, _ matches: [Scan.Match]) throws -> Difference? {
    var options = question.options
    guard options.sort == .relevance else { return nil }
    options.rank = .best
    let page = try snapshot.rank(query, options)
    (options.offset, options.limit) = (0, matches.count + 1)
    let whole = try snapshot.rank(query, options)
    let ordered = whole.units.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
    return differ("the total of rank best", matches.count, page.total)
      ?? differ(
        "the units of rank best", matches.map(\.unit).sorted(), whole.units.map(\.number).sorted())
      ?? differ("the order of rank best", ordered, whole.units)
      ?? differ(
        "a page of rank best", Array(whole.units.dropFirst(question.offset).prefix(question.limit)),
        page.units)
  }
}
