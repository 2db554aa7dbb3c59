import Indexing
import Search
import TestSupport

/// The index of a sample, made as any index is made: from files, by the builder.
struct SampleIndex {
  let snapshot: Snapshot
  /// Held as long as the snapshot.
  private let folder: TemporaryFolder

  init(of corpus: SampleCorpus) throws {
    folder = try TemporaryFolder(inMemory: true)
    for document in corpus.documents { try folder.write(document.markdown, to: "corpus/" + document.path) }
    let builder = IndexBuilder(
      corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index",
      segmentWordLimit: corpus.segmentWordLimit)
    _ = try builder.build()
    snapshot = try Snapshot(openingIndexAt: folder.path + "/index")
  }
}
