/// How an index compares to what a build of the corpus would give now.
package struct FreshnessReport: Sendable, Equatable {
  /// A part of the pipeline that is not what it was.
  package struct PipelineChange: Sendable, Equatable {
    /// As the index was built; nil for a part that did not exist.
    package var then: String?
    /// As this program builds; nil for a part that exists no longer.
    package var now: String?
  }

  /// The index's.
  package var generation: String
  /// That of a build.
  package var corpusGeneration: String
  /// Documents and bytes of the corpus.
  package var documentCount: Int
  package var byteCount: Int
  package var pipelineChanges: [PipelineChange]
  /// Paths of documents, in corpus order.
  package var added: [String]
  package var changed: [String]
  package var removed: [String]

  package var isFresh: Bool { generation == corpusGeneration }
}

extension FreshnessReport.PipelineChange {
  /// The parts of two pipelines that differ.
  ///
  /// A pipeline is parts with spaces between them, each a name and behind its last hyphen a version: `corpus-3 text-2`.
  static func changes(from then: String, to now: String) -> [Self] {
    let then = parts(of: then)
    let now = parts(of: now)
    let gone = then.filter { part in !now.contains { $0.name == part.name } }
    return now.compactMap { part in
      let before = then.first { $0.name == part.name }
      return before?.whole == part.whole ? nil : Self(then: before?.whole, now: part.whole)
    } + gone.map { Self(then: $0.whole, now: nil) }
  }

  private static func parts(of pipeline: String) -> [(name: Substring, whole: String)] {
    pipeline.split(separator: " ").map { part in
      (name: part[..<(part.lastIndex(of: "-") ?? part.endIndex)], whole: String(part))
    }
  }
}
