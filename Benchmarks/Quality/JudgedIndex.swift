import Indexing
import Query
import Search
import Segment

/// The index of a test collection, built as any index is, and its queries answered as any query is.
///
/// Each judged document is a row of a table, and so a document of the index. Documents are what was judged, so they are what is ranked
/// (`--level document`), whatever paragraphs they have.
struct JudgedIndex {
  private let collection: JudgedCollection
  private let snapshot: Snapshot
  /// The collection's own id of each document, in corpus order.
  private let ids: [String]

  /// - Parameter configuration: The `corpus.yaml` that says what the columns of the table are.
  init(of collection: JudgedCollection, configuration: String, in directory: String) throws {
    self.collection = collection
    _ = try IndexBuilder(
      corpusRoot: collection.path, indexDirectory: directory, configurationPath: configuration
    ).build()
    snapshot = try Snapshot(openingIndexAt: directory)
    var ids: [String] = []
    for segment in try IndexDirectory(path: directory).open().1 {
      for index in 0..<segment.documentCount { ids.append(try segment.document(at: index).id) }
    }
    // Of a row the id is TABLE/ROW.
    self.ids = ids.map { String($0.split(separator: "/").last ?? "") }
    guard Set(self.ids).isSuperset(of: collection.grades.values.flatMap(\.keys)) else {
      throw BenchmarkError(
        "\(collection.path): documents that were judged are not in \(JudgedCollection.documentsFile)")
    }
  }

  var documentCount: Int { ids.count }

  /// The documents that are ranked first, by query: any word may match, with the defaults of k1 and b.
  ///
  /// - Parameter text: What is asked for a query.
  func rankings(
    by rank: Rank, asking text: (JudgedCollection.Query) -> String = \.plainText
  ) throws -> [String: [RankedDocument]] {
    let parser = QueryParser(match: .any)
    var options = SearchOptions()
    options.level = .document
    options.limit = RetrievalMeasures.depth
    options.rank = rank
    var rankings: [String: [RankedDocument]] = [:]
    for query in collection.queries {
      guard let asked = try parser.parse(text(query)).query else { continue }
      rankings[query.id] = try snapshot.rank(asked, options).units.map {
        RankedDocument(id: ids[$0.number], score: $0.score)
      }
    }
    return rankings
  }
}

/// A document of a ranking.
struct RankedDocument: Equatable {
  var id: String
  var score: Double
}
