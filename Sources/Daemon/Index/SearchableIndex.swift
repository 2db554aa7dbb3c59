package import Query
package import Search
package import Wire

/// One generation of an index, as the handlers ask it: the narrow waist between the daemon and an engine.
///
/// Answers are made of message types, so that nothing behind this line is known in front of it.
package protocol SearchableIndex: Sendable {
  var generation: String { get }
  var counts: StatusReply.Counts { get }
  /// What bare words of queries stand for.
  var synonyms: Synonyms { get }
  /// What states and organisations are called.
  var names: KnownNames { get }
  /// What everybody who asks should know of this generation.
  var notices: [WarningMessage] { get }

  /// The earlier generation, or this one, that a name or its beginning stands for.
  /// - Throws: kind `GenerationUnknown` if no history leads from it to this one.
  func generation(named name: String) throws(WireError) -> String
  /// Why a query finds nothing.
  func diagnose(_ query: Query, _ options: SearchOptions) throws(WireError) -> DiagnosisMessage
  /// The patterns of a query that more terms match than are looked for.
  func cutPatterns(in query: Query, _ options: SearchOptions) throws(WireError) -> [CutPattern]

  /// The hits from `options.offset` on, best first, how many units match, and in how many groups, if those are collapsed.
  func search(
    _ query: Query, _ options: SearchOptions
  ) throws(WireError) -> (total: Int, groups: Int?, hits: [HitMessage])
  /// The units from `options.offset` on with a row for each occurrence in them, and how many units match.
  func concordance(
    _ query: Query, _ options: SearchOptions, width: Int
  ) throws(WireError) -> (total: Int, units: [[KwicRowMessage]])
  /// The paragraphs with these names; nil for what this generation has not.
  func paragraphs(_ ids: [ParagraphID], _ options: SearchOptions) throws(WireError) -> [NamedParagraph?]
  /// Where the units with these names stand; nil for what this generation has not.
  func extents(_ ids: [UnitID], _ options: SearchOptions) throws(WireError) -> [NamedExtent?]
  /// The units with these names, as they are cited; nil for what this generation has not.
  func citations(_ ids: [UnitID], _ options: SearchOptions) throws(WireError) -> [CitationMessage?]
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
  /// What a beginning may become, at most `limit` of all kinds together.
  func suggestions(
    for prefix: String, limit: Int, kinds: [SuggestionKindName], _ options: SearchOptions
  ) throws(WireError) -> [SuggestionMessage]
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

/// Where a unit asked for by name stands.
package struct NamedExtent: Sendable {
  /// The numbers of its paragraphs in their document, from 1.
  package var paragraphs: Range<Int>
  /// A statement as a hit; nil for other units.
  package var statement: HitMessage?
  /// Of a statement what of its paragraphs' texts is its own, by their numbers: half-open ranges in Unicode scalars.
  package var ownText: [Int: [Range<Int>]]

  package init(
    paragraphs: Range<Int>, statement: HitMessage? = nil, ownText: [Int: [Range<Int>]] = [:]
  ) {
    self.paragraphs = paragraphs
    self.statement = statement
    self.ownText = ownText
  }
}

/// The receipt of a paragraph, or why there is none.
package enum ReceiptOutcome: Equatable, Sendable {
  case receipt(ReceiptMessage)
  case refused(WarningMessage)
}

/// How the index in a folder compares with what a build of the corpus would give.
package struct Comparison: Sendable {
  package var indexGeneration: String
  package var corpusGeneration: String
  package var documents: Int
  package var bytes: Int
  package var pipeline: [CheckReply.Change] = []
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []

  package init(indexGeneration: String, corpusGeneration: String, documents: Int, bytes: Int) {
    self.indexGeneration = indexGeneration
    self.corpusGeneration = corpusGeneration
    self.documents = documents
    self.bytes = bytes
  }
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
  /// The bytes of the corpus, of which nothing is read.
  func corpusByteCount() throws(WireError) -> Int
  /// Compares the index that stands in the folder with what the corpus would give now.
  func check() throws(WireError) -> Comparison
}
