import ArgumentParser
import Foundation
import Search

/// Measures how good rankings are, by collections in which people judged what is relevant.
struct QualityBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Measure how good rankings are, by people's judgements.",
    discussion: """
      Builds the index of each collection of --judged, asks its queries with --match any, --level document and the defaults of k1 and b, and \
      tells mean average precision (the first 1,000) and nDCG@10 of --rank plain and --rank best. With peers, Lucene's English analyzer \
      with BM25 is run over the same files.

      A collection is a folder with docs.tsv and queries.tsv, a line `id TAB text` each, and qrels.txt, a line `query 0 document grade` each.

      Nothing here varies from run to run. Writes quality.md and quality.json into --results.
      """)

  @Option(help: "The folder of the collections.") var judged: String
  @Option(help: "Where the peers are installed. Needs --peer-runners.") var peersHome: String?
  @Option(help: "The folder of the programs that run the peers.") var peerRunners: String?
  @Option(help: "What says which columns docs.tsv has.") var config = "Benchmarks/collections/judged.yaml"
  @Option(help: "A folder, which exists, for all rankings as TREC's programs read them.") var runs: String?
  @Option(help: "The folder for what is found.") var results = "Benchmarks/results"

  func validate() throws {
    guard (peersHome == nil) == (peerRunners == nil) else {
      throw ValidationError(
        "--peers-home and --peer-runners go together: where the peers are, and what runs them")
    }
  }

  func run() throws {
    let collections = try JudgedCollection.all(in: judged)
    var quality = Quality(
      circumstances: .current, rankings: Quality.rankings(withLucene: lucene != nil))
    let work = try WorkFolder()
    defer { work.remove() }
    for collection in collections {
      FileHandle.standardError.write(Data("asking \(collection.name)\n".utf8))
      let index = try JudgedIndex(
        of: collection, configuration: config, in: work.path("\(collection.name)-index"))
      var measured = Quality.Collection(
        name: collection.name, documents: index.documentCount, queries: collection.grades.count)
      for rank in [Rank.plain, .best] {
        for (wording, text) in Quality.Wording.allCases.map({ ($0, $0.text) }) {
          let rankings = try index.rankings(by: rank, asking: text)
          let name = Quality.name(of: rank, wording)
          measured.measures[name] = RetrievalMeasures(
            of: rankings.mapValues { $0.map(\.id) }, grades: collection.grades)
          if let runs {
            try RunFile.write(
              rankings, of: collection.queries, named: "verbatim",
              to: "\(runs)/\(collection.name)-\(rank)-\(wording).run")
          }
        }
      }
      if let lucene {
        let run = (runs ?? work.peers) + "/\(collection.name)-lucene.run"
        try FileManager.default.createDirectory(atPath: work.peers, withIntermediateDirectories: true)
        measured.measures[LuceneEvaluation.name] = RetrievalMeasures(
          of: try lucene.rankings(of: collection, to: run), grades: collection.grades)
      }
      quality.collections.append(measured)
    }
    try ResultFolder(path: results).write(quality)
    FileHandle.standardError.write(Data("written to \(results)\n".utf8))
  }

  private var lucene: LuceneEvaluation? {
    guard let peersHome, let peerRunners else { return nil }
    return LuceneEvaluation(home: peersHome, runners: peerRunners)
  }
}
