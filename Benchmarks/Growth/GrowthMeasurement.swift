import Foundation
import Query
import Search

/// Measures this engine and its peers on a collection of one size.
struct GrowthMeasurement {
  let units: Int
  let seed: UInt64
  let passes: Int
  let peers: PeerOptions
  let report: (String) -> Void

  /// The figures, and who they are of.
  struct Result {
    var point: GrowthPoint
    /// By engine, without its settings.
    var versions: [(engine: String, version: String)]
  }

  /// Makes the collection, builds every index, asks all queries, and removes all of it.
  ///
  /// Files are removed as soon as nobody needs them: beside the indexes and what the peers copy, the collection lies there twice at most.
  func run(_ makeQueries: (ParagraphTable) throws -> GrowthQueries) throws -> Result {
    let work = try WorkFolder()
    defer { work.remove() }
    report("\(units.grouped): writing the collection")
    let path = work.path("table.tsv")
    var synthetic = SyntheticTable(paragraphCount: units, seed: seed)
    try synthetic.write(to: path)
    let table = ParagraphTable(path: path)
    let classes = try makeQueries(table).classes

    report("\(units.grouped): building the index")
    var corpus = PeerCorpus(of: table)
    try corpus.write(to: work.corpus)
    let index = try BenchmarkIndex(building: work.corpus, in: work.index)
    try corpus.check(index.segments)
    try work.empty(work.corpus)
    report("\(units.grouped): building its lists alone")
    let plain = try PlainBuildProbe.measure(table, in: work.corpus)

    var missing: [String: String] = [:]
    let runner = try prepare(table, in: work, &missing)
    try FileManager.default.removeItem(atPath: path)
    let (rounds, runs) = try measure(classes, index, runner, &missing)

    var latency = [Growth.ours: Self.percentiles(Self.medians(of: rounds))]
    for run in runs { latency[run.shortName] = run.percentiles(of: classes, .top10) }
    let point = GrowthPoint(
      units: units, words: index.figures.tokens, segments: index.figures.segments, latency: latency,
      drift: Self.drift(rounds),
      building: BuildComparison(plain: plain, whole: index.figures, peers: try runner?.builds() ?? []),
      agreement: try agreement(classes, runs, corpus, index.snapshot), missing: missing)
    return Result(point: point, versions: runs.map { ($0.shortName, $0.version) })
  }

  /// Lets the peers build; those that cannot are noted, and left out.
  private func prepare(
    _ table: ParagraphTable, in work: WorkFolder, _ missing: inout [String: String]
  ) throws -> PeerRunner? {
    guard var runner = peers.runner(in: work.peers) else { return nil }
    try runner.writeWords(of: table)
    for engine in runner.engines {
      report("\(units.grouped): preparing \(engine)")
      do {
        try runner.prepare(engine)
      } catch {
        report("\(error)")
        missing[engine] = "its index could not be built; is it installed?"
      }
    }
    runner.engines.removeAll { missing[$0] != nil }
    return runner
  }

  /// Microseconds for each query, by class.
  typealias Round = [String: [Double]]

  /// Asks this engine, then each peer and this engine again, so that what else the machine does strikes all of them.
  private func measure(
    _ classes: [QueryClass], _ index: BenchmarkIndex, _ runner: PeerRunner?, _ missing: inout [String: String]
  ) throws -> (ours: [Round], peers: [PeerRun]) {
    let run = LatencyRun(snapshot: index.snapshot, passCount: passes)
    func round() throws -> Round {
      report("\(units.grouped): asking this engine")
      return try Dictionary(
        uniqueKeysWithValues: classes.map { ($0.name, try run.latencies(of: $0.queries, .top10)) })
    }
    var rounds = [try round()]
    var runs: [PeerRun] = []
    for engine in runner?.engines ?? [] {
      report("\(units.grouped): asking \(engine)")
      do {
        if let found = try runner?.measure(classes, by: engine, named: "all") { runs.append(found) }
      } catch {
        report("\(error)")
        missing[engine] = "it could not be asked; is it installed?"
      }
      rounds.append(try round())
    }
    return (rounds, runs)
  }

  /// For each query the median over the rounds.
  private static func medians(of rounds: [Round]) -> Round {
    rounds[0].reduce(into: [:]) { medians, one in
      medians[one.key] = one.value.indices.map { query in
        Percentiles(of: rounds.compactMap { $0[one.key]?[query] }).p50
      }
    }
  }

  private static func percentiles(_ round: Round) -> [String: Percentiles] {
    round.mapValues { Percentiles(of: $0) }
  }

  private static func drift(_ rounds: [Round]) -> Double {
    let (first, last) = (percentiles(rounds[0]), percentiles(rounds[rounds.count - 1]))
    return ReferenceScale.geometricMean(
      first.compactMap { name, figures in last[name].map { $0.p50 / figures.p50 } })
  }

  private func agreement(
    _ classes: [QueryClass], _ runs: [PeerRun], _ corpus: PeerCorpus, _ snapshot: Snapshot
  ) throws -> GrowthAgreement? {
    guard let lucene = runs.first(where: { $0.engine.hasPrefix("lucene") }) else { return nil }
    report("\(units.grouped): comparing answers")
    let parser = QueryParser()
    var agreement = GrowthAgreement()
    for one in classes {
      for (number, query) in one.queries.enumerated() {
        guard let count = lucene.count[one.name]?[number], let top10 = lucene.top10[one.name]?[number],
          let parsed = try parser.parse(query.text).query
        else { continue }
        agreement.queries += 1
        let ours = try snapshot.rank(parsed)
        if ours.total == count { agreement.equalCounts += 1 }
        let theirs = top10.map { RankedUnit(number: corpus.number(ofLine: $0.line), score: $0.score) }
        if TopTen.firstDifference(ours.units, theirs) == nil { agreement.equalTopTens += 1 }
      }
    }
    return agreement
  }
}
