package import Text

/// How often, where and when what a hit says is said in nearly the same words, among all that matches.
package struct Said: Sendable, Equatable {
  /// Two or more.
  package var paragraphCount: Int
  package var documentCount: Int
  /// The date of the earliest of the documents: the one that begins first, of those the one that ends first; nil if none is dated.
  package var from: DateInterval?
  /// That of the latest.
  package var to: DateInterval?
  /// The documents that have no date.
  package var undatedCount: Int
  /// The ids of the other paragraphs, the first ten in corpus order.
  package var others: [String]

  /// The most ids that are listed.
  static let mostOthers = 10

  package init(
    paragraphCount: Int, documentCount: Int, from: DateInterval? = nil, to: DateInterval? = nil,
    undatedCount: Int = 0, others: [String]
  ) {
    self.paragraphCount = paragraphCount
    self.documentCount = documentCount
    self.from = from
    self.to = to
    self.undatedCount = undatedCount
    self.others = others
  }
}
