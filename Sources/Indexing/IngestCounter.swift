internal import Corpus
internal import Text

/// Counts document by document, while they are read.
struct IngestCounter {
  private(set) var counts: IngestCounts
  private let breaker = SentenceBreaker()

  /// - Parameter warnings: What was found odd while the folder was listed.
  init(listing warnings: [Warning]) { counts = IngestCounts(listing: warnings) }

  mutating func add(_ document: Document, _ said: Statements) {
    counts += IngestCounts(document, said.statements, breaker)
  }
}

extension IndexBuilder {
  /// Reads the sources just to count, for the report on an index that was fresh.
  func count(
    _ reader: CorpusReader, into report: inout BuildReport, progress: (BuildProgress) -> Void
  ) throws {
    let finder = StatementFinder(table: reader.speakers)
    var counter = IngestCounter(listing: reader.warnings)
    var done = BuildProgress(start: reader)
    done.onlyCounts = true
    for source in reader.sources {
      try reader.forEachDocument(in: try reader.read(source), of: source) { document in
        counter.add(document, finder.statements(of: document))
        report.warnings += document.warnings
      }
      done.add(source)
      progress(done)
    }
    report.counts = counter.counts
  }
}

extension BuildProgress {
  /// That of a build that has read nothing yet.
  init(start reader: CorpusReader) {
    self.init(
      documentsDone: 0, documentCount: reader.sources.count, bytesDone: 0,
      byteCount: reader.sources.reduce(0) { $0 + $1.byteCount })
  }

  /// Counts a source that was read.
  mutating func add(_ source: SourceFile) {
    documentsDone += 1
    bytesDone += source.byteCount
  }
}
