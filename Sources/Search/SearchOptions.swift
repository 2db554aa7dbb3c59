package import Query

/// How a query is to be answered, but for what it asks.
package struct SearchOptions: Sendable {
  /// The most hits to return.
  package var limit = 10
  /// Hits to pass over first, for pages.
  package var offset = 0
  package var sort = SortOrder.relevance
  /// By what they are ranked when the best come first; of no account in another order.
  package var rank = Rank.plain
  /// What is ranked and counted.
  package var level = Level.paragraph
  package var parameters = BM25.Parameters()
  /// How the answer is found, which does not change it.
  package var techniques = Techniques.all
  /// The units of the least segment whose ranges are weighed: of a smaller one, to weigh them takes as long as to walk the lists. It does not
  /// change the answer either.
  package var leastUnitCountForRanges = 1 << 13
  /// Whether of near-identical paragraphs just the first is a hit; of no account at other levels than the paragraph's.
  package var collapses = false
  /// Whether every hit tells why it has its score.
  package var explains = false
  /// For how long one thread answers alone, before processors without long work help it; nil is always.
  package var patience: Duration? = .milliseconds(2)
  /// When to give up; nil is never.
  package var deadline: ContinuousClock.Instant?

  package init() {}

  /// - Throws: `deadlineExceeded` once the deadline has passed.
  func checkDeadline() throws(SearchError) {
    if let deadline, ContinuousClock.now >= deadline { throw .deadlineExceeded }
  }
}
