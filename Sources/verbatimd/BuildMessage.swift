import Corpus
import Indexing
import Wire

/// What `index build --format json` prints.
struct BuildMessage: Encodable {
  struct Oddity: Encodable {
    var path: String
    @ExplicitNull var line: Int?
    var message: String
  }

  var corpusRoot: String
  var indexDirectory: String
  var generation: String
  /// Whether the index was up to date, and nothing was written.
  var fresh: Bool
  var segments: Int
  var documents: Int
  var paragraphs: Int
  var tokens: Int
  var terms: Int
  var bytes: Int
  @ExplicitNull var report: IngestMessage?
  var warnings: [Oddity]
  var elapsedMicroseconds: Int

  init(_ built: BuildReport, of builder: IndexBuilder, _ watch: Stopwatch) {
    corpusRoot = builder.corpusRoot
    indexDirectory = builder.indexDirectory
    generation = built.generation
    fresh = built.wasFresh
    segments = built.segmentCount
    documents = built.documentCount
    paragraphs = built.paragraphCount
    tokens = built.wordCount
    terms = built.termCount
    bytes = built.byteCount
    report = built.counts.map(IngestMessage.init)
    warnings = built.warnings.map { Oddity(path: $0.path, line: $0.line, message: $0.message) }
    elapsedMicroseconds = watch.microseconds
  }
}

/// What reading made of the sources. Every name that can be counted is there, with 0 if there is none of it.
struct IngestMessage: Codable, Equatable, Sendable {
  struct Repairs: Codable, Equatable, Sendable {
    var joins: [String: Int]
    var hyphens: [String: Int]
    var removals: [String: Int]
    var ligatures: Int
    var mojibake: Int
  }

  var documents: Int
  var undatedDocuments: Int
  var sections: Int
  var paragraphs: Int
  var paragraphsByKind: [String: Int]
  var sentences: Int
  var statements: Int
  var statementsByMode: [String: Int]
  var statementsByRule: [String: Int]
  var unnamedStatements: Int
  var speakers: Int
  var repairs: Repairs
  var warnings: Int

  init(_ counts: IngestCounts) {
    documents = counts.documents
    undatedDocuments = counts.undatedDocuments
    sections = counts.sections
    paragraphs = counts.paragraphCount
    paragraphsByKind = Self.named(Paragraph.Kind.allCases, \.name) { counts.paragraphs[$0] ?? 0 }
    sentences = counts.sentences
    statements = counts.statementCount
    statementsByMode = Self.named(Statement.Mode.allCases, \.name) { counts.statements[$0] ?? 0 }
    statementsByRule = Self.named(StatementRule.allCases, \.rawValue) { counts.statementRules[$0] ?? 0 }
    unnamedStatements = counts.unnamedStatements
    speakers = counts.speakerCount
    repairs = Repairs(
      joins: Self.named(Join.Cause.allCases, \.name) { counts.repairs.count(of: $0) },
      hyphens: Self.named(Join.Hyphen.allCases, \.name) { counts.repairs.count(of: $0) },
      removals: Self.named(Removal.counted, \.name) { counts.repairs.count(of: $0) },
      ligatures: counts.repairs.ligatures, mojibake: counts.repairs.mojibake)
    warnings = counts.warnings
  }

  private static func named<Case>(
    _ cases: [Case], _ name: (Case) -> String, _ count: (Case) -> Int
  ) -> [String: Int] {
    Dictionary(cases.map { (name($0), count($0)) }, uniquingKeysWith: +)
  }
}
