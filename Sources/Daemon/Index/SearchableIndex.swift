package import Query
package import Search
package import Wire

/// One generation of an index, as the handlers ask it: the narrow waist between the daemon and an engine.
///
/// Answers are made of message types, so that nothing behind this line is known in front of it.
package protocol SearchableIndex: Sendable {
  var generation: String { get }
  var counts: StatusReply.Counts { get }

  /// The hits from `options.offset` on, best first, and how many there are in all.
  func search(_ query: Query, _ options: SearchOptions) throws(WireError) -> (total: Int, hits: [HitMessage])
  /// The paragraphs with these names; nil for what this generation has not.
  func paragraphs(_ ids: [ParagraphID], _ options: SearchOptions) throws(WireError) -> [NamedParagraph?]
  /// How these paragraphs of this generation were made of their sources, in their order.
  func receipts(
    of paragraphs: [NamedParagraph], _ options: SearchOptions, _ limits: Limits
  ) throws(WireError) -> [ReceiptOutcome]
  /// How many units match, of how many.
  func count(_ query: Query, _ options: SearchOptions) throws(WireError) -> (total: Int, units: Int)
  /// How many units match in each year, and in all.
  func facet(_ field: FacetFieldName, _ query: Query?, _ options: SearchOptions) throws(WireError) -> Facet
  /// Why a unit has its score; its level follows from its id.
  func explain(_ id: String, _ query: Query, _ options: SearchOptions) throws(WireError) -> ExplainOutcome
  /// How the query is answered.
  func plan(_ query: Query, _ options: SearchOptions) throws(WireError) -> PlanMessage
  func trend(_ query: Query, _ options: SearchOptions) throws(WireError) -> (
    total: Int, rows: [TrendRowMessage]
  )
}

/// Units counted by a field.
package struct Facet: Sendable {
  package var rows: [FacetRowMessage]
  package var total: Int
  package var memberships: Int

  package init(rows: [FacetRowMessage], total: Int, memberships: Int) {
    self.rows = rows
    self.total = total
    self.memberships = memberships
  }
}

/// A paragraph asked for by name.
package struct NamedParagraph: Sendable {
  package var id: ParagraphID
  package var hit: HitMessage
  /// The first six hex digits of the SHA-256 of its text.
  package var digits: String

  package init(id: ParagraphID, hit: HitMessage, digits: String) {
    self.id = id
    self.hit = hit
    self.digits = digits
  }
}

/// The receipt of a paragraph, or why there is none.
package enum ReceiptOutcome: Equatable, Sendable {
  case receipt(ReceiptMessage)
  case refused(WarningMessage)
}

/// Where generations come from.
package protocol IndexSource: Sendable {
  /// Absolute.
  var corpusRoot: String { get }
  /// Absolute.
  var indexDirectory: String { get }

  /// Opens the generation that stands in the index folder.
  /// - Throws: kind `IndexMissing` if there is none.
  func open() throws(WireError) -> any SearchableIndex
  /// Builds the index from the corpus.
  func build(progress: (ProgressParameters) -> Void) throws(WireError)
  /// Whether the index is what the corpus would give now.
  func isFresh() throws(WireError) -> Bool
}
