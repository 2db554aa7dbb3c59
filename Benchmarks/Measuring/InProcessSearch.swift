import Daemon
import Query
import Search
import Wire

/// A search without a socket: from the query's text to the bytes of the reply, as the daemon sends it.
struct InProcessSearch {
  private let index: SnapshotIndex
  private let parser = QueryParser()

  init(openingIndexAt path: String) throws {
    let source = CorpusIndexSource(corpusRoot: path, indexDirectory: path)
    index = SnapshotIndex(try Snapshot(openingIndexAt: path), of: source)
  }

  /// The reply with the ten best hits.
  func reply(to text: String) throws -> [UInt8] {
    let parsed = try parser.parse(text)
    guard let query = parsed.query else { throw BenchmarkError("\(text): nothing is asked") }
    let (total, _, hits) = try index.search(query, SearchOptions())
    let reply = SearchReply(
      query: text, interpreted: parsed.interpreted, generation: index.generation, total: total, hits: hits)
    return JSONWriter.line(Response(id: .integer(1), outcome: .success(reply)))
  }
}
