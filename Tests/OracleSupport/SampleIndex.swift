import Indexing
import Query
import Search
import Segment
import TestSupport

/// The index of a sample, made as any index is made: from files, by the builder.
struct SampleIndex {
  let snapshot: Snapshot
  /// The statements that it holds, in order.
  let statements: [String]
  /// Held as long as the snapshot.
  private let folder: TemporaryFolder

  init(of corpus: SampleCorpus) throws {
    folder = try TemporaryFolder(inMemory: true)
    for document in corpus.documents { try folder.write(document.markdown, to: "corpus/" + document.path) }
    // Groups of a few documents, so that lists are joined.
    let builder = IndexBuilder(
      corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index",
      threadCount: 2, segmentByteCount: corpus.segmentByteCount, groupByteCount: 1_000)
    _ = try builder.build()
    snapshot = try Snapshot(openingIndexAt: folder.path + "/index")
    statements = try IndexDirectory(path: folder.path + "/index").open().1.flatMap {
      try Self.statements(in: $0)
    }
  }

  private static func statements(in segment: SegmentReader) throws -> [String] {
    try (0..<segment.statementCount).map { index in
      let record = try segment.statement(at: index)
      let document = try segment.document(at: record.document)
      let spans = try record.ranges.map { range in
        let words = try segment.tokenRange(at: range)
        return "#p\(words.unit - document.units.lowerBound + 1) \(words.positions)"
      }
      let details = try segment.details(ofStatement: index)
      return describe(
        document.id, mode: Int(record.mode), rule: details.rule,
        evidence: record.mode == 0 ? nil : details.evidence, spans: spans,
        voices: try details.voices.map { voice in
          "\(voice.name) as \(try voice.speaker.map { try segment.speaker(at: $0).id } ?? "nobody")"
        })
    }
  }

  private static func describe(
    _ document: String, mode: Int, rule: String, evidence: String?, spans: [String], voices: [String]
  ) -> String {
    "\(document)\(spans.joined(separator: " and ")) by \(voices.joined(separator: " and ")), mode \(mode), \(rule) “\(evidence ?? "")”"
  }

  /// What ``statements`` must be.
  static func statements(of corpus: SampleCorpus) -> [String] {
    corpus.documents.flatMap { document in
      document.statements.map { statement in
        describe(
          document.id, mode: [.speech: 0, .turn: 1, .reported: 2][statement.mode]!, rule: statement.rule,
          evidence: statement.evidence,
          spans: statement.spans.map { "#p\($0.paragraph + 1) \($0.positions)" },
          voices: statement.speakers.map { "\($0.shown) as \($0.countedID)" })
      }
    }
  }
}
