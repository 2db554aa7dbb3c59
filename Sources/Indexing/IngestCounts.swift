package import Corpus
internal import Text

/// What reading made of the sources: counted document by document, and added up.
package struct IngestCounts: Sendable, Equatable {
  package private(set) var documents = 0
  package private(set) var undatedDocuments = 0
  /// Run-in headings open one too; what stands above the first heading is in none.
  package private(set) var sections = 0
  package private(set) var paragraphs: [Paragraph.Kind: Int] = [:]
  /// Of all paragraphs, headings and names too.
  package private(set) var sentences = 0
  package private(set) var statements: [Statement.Mode: Int] = [:]
  package private(set) var statementRules: [StatementRule: Int] = [:]
  /// Statements in which nobody is named.
  package private(set) var unnamedStatements = 0
  /// Those who speak in statements, each by what it is counted by first: the state, organisation or office, else the person.
  private var speakers: Set<Speaker.ID> = []
  package private(set) var repairs = RepairCounts()
  package private(set) var warnings = 0

  package init() {}

  /// Different speakers that are named.
  package var speakerCount: Int { speakers.count }
  package var paragraphCount: Int { paragraphs.values.reduce(0, +) }
  package var statementCount: Int { statements.values.reduce(0, +) }

  package static func += (counts: inout IngestCounts, other: IngestCounts) {
    counts.documents += other.documents
    counts.undatedDocuments += other.undatedDocuments
    counts.sections += other.sections
    counts.paragraphs.merge(other.paragraphs, uniquingKeysWith: +)
    counts.sentences += other.sentences
    counts.statements.merge(other.statements, uniquingKeysWith: +)
    counts.statementRules.merge(other.statementRules, uniquingKeysWith: +)
    counts.unnamedStatements += other.unnamedStatements
    counts.speakers.formUnion(other.speakers)
    counts.repairs += other.repairs
    counts.warnings += other.warnings
  }
}

extension IngestCounts {
  /// Those of one document, with what is said in it.
  ///
  /// - Complexity: Linear in the document's text, which is cut into sentences.
  init(_ document: Document, _ said: [Statement], _ breaker: SentenceBreaker) {
    documents = 1
    undatedDocuments = document.date == nil ? 1 : 0
    sections = document.sections.count { !$0.headings.isEmpty }
    for paragraph in document.paragraphs {
      paragraphs[paragraph.kind, default: 0] += 1
      sentences += breaker.sentences(in: paragraph.utf8).count
    }
    for statement in said {
      statements[statement.mode, default: 0] += 1
      statementRules[statement.rule, default: 0] += 1
      let named = statement.voices.compactMap(\.speakers.first)
      if named.isEmpty { unnamedStatements += 1 }
      speakers.formUnion(named)
    }
    repairs = document.repairs
    warnings = document.warnings.count
  }

  /// Those of a corpus without its documents: what was found odd while its folder was listed.
  init(listing warnings: [Warning]) { self.warnings = warnings.count }
}
