/// Whether what answers is what a build of the corpus would give now, and if not, why.
package struct CheckReply: Codable, Equatable, Sendable {
  /// A part of the pipeline that is not what it was; null for a part that one of the two has not.
  package struct Change: Codable, Equatable, Sendable {
    @ExplicitNull package var then: String?
    @ExplicitNull package var now: String?

    package init(then: String?, now: String?) {
      self.then = then
      self.now = now
    }
  }

  /// Whether the generation that answers is that of a build.
  package var fresh: Bool
  /// The one that answers.
  package var generation: String
  /// The one that stands in the folder of the index; another one until a reload.
  package var indexGeneration: String
  /// The one that a build would give.
  package var corpusGeneration: String
  /// Documents and bytes of the corpus.
  package var documents: Int
  package var bytes: Int
  /// In what the index in the folder differs from a build.
  package var pipeline: [Change]
  /// The first ``pathLimit`` of the files that a build would add.
  package var added: [String]
  package var changed: [String]
  package var removed: [String]
  /// All of them.
  package var addedCount: Int
  package var changedCount: Int
  package var removedCount: Int
  package var elapsedMicroseconds: Int

  /// The most files that are named of each kind: all may have changed.
  package static let pathLimit = 1_000

  /// - Parameters:
  ///   - added: All files.
  ///   - changed: All files.
  ///   - removed: All files.
  package init(
    generation: String, indexGeneration: String, corpusGeneration: String, documents: Int, bytes: Int,
    pipeline: [Change] = [], added: [String] = [], changed: [String] = [], removed: [String] = [],
    elapsedMicroseconds: Int = 0
  ) {
    fresh = generation == corpusGeneration
    self.generation = generation
    self.indexGeneration = indexGeneration
    self.corpusGeneration = corpusGeneration
    self.documents = documents
    self.bytes = bytes
    self.pipeline = pipeline
    self.added = Array(added.prefix(Self.pathLimit))
    self.changed = Array(changed.prefix(Self.pathLimit))
    self.removed = Array(removed.prefix(Self.pathLimit))
    (addedCount, changedCount, removedCount) = (added.count, changed.count, removed.count)
    self.elapsedMicroseconds = elapsedMicroseconds
  }
}

extension CheckReply: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("added", added)
      json.member("addedCount", addedCount)
      json.member("bytes", bytes)
      json.member("changed", changed)
      json.member("changedCount", changedCount)
      json.member("corpusGeneration", corpusGeneration)
      json.member("documents", documents)
      json.member("elapsedMicroseconds", elapsedMicroseconds)
      json.member("fresh", fresh)
      json.member("generation", generation)
      json.member("indexGeneration", indexGeneration)
      json.member("pipeline", pipeline)
      json.member("removed", removed)
      json.member("removedCount", removedCount)
    }
  }
}

extension CheckReply.Change: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("now", now)
      json.member("then", then)
    }
  }
}
