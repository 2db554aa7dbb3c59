/// What is compared with what: the classes, the peers of this run, and those of another.
struct ComparisonPlan {
  var classes: [QueryClass]
  /// One for each engine.
  var peerRuns: [PeerRun]
  var reference: PeerResults?
  /// The name of the table.
  var collection: String
  var paragraphs: Int
  var passes: Int

  private var queryCount: [String: Int] {
    Dictionary(uniqueKeysWithValues: classes.map { ($0.name, $0.queries.count) })
  }

  func comparison(_ ours: MeasuredClasses, _ circumstances: Circumstances) throws -> Comparison {
    let queryCount = queryCount
    var peers = peerRuns.map {
      EngineFigures(
        name: $0.engine, version: $0.version, origin: .measured, latency: $0.latency, queryCount: queryCount)
    }
    var scale: ReferenceScale?
    var referenceCheck: ReferenceCheck?
    if let reference {
      let check = ReferenceCheck(classes, peerRuns, reference.count)
      try check.check()
      referenceCheck = check
      let there = reference.engines.map { name, engine in
        EngineFigures(
          name: name, version: engine.version, origin: .scaled, latency: engine.latency,
          queryCount: queryCount)
      }
      let found = try ReferenceScale(peers, to: there)
      scale = found
      peers += there.filter { other in !peers.contains { $0.isNamed(other.name) } }
        .sorted { $0.name < $1.name }.map { found.scaled($0) }
    }
    return Comparison(
      circumstances: circumstances, collection: collection, paragraphs: paragraphs, passes: passes,
      classes: classes.map {
        Comparison.Class(name: $0.name, queries: $0.queries.count, drift: ours.drift[$0.name] ?? 1)
      },
      ours: EngineFigures(
        name: "Verbatim", version: circumstances.commit, origin: .ours, latency: ours.latency,
        queryCount: queryCount),
      peers: peers, scale: scale, referenceCheck: referenceCheck)
  }

  /// The counts and ten best of a peer that counts every query; nil if none does.
  var answers: PeerResults? {
    for run in peerRuns {
      let count = run.count.mapValues { $0.compactMap(\.self) }.filter { $1.count == queryCount[$0] }
      let top10 = run.top10.mapValues { $0.compactMap(\.self) }.filter { $1.count == queryCount[$0] }
      // Others have scores of their own; Lucene's are those that ours are held to.
      guard run.engine.hasPrefix("lucene"), !count.isEmpty else { continue }
      return PeerResults(machine: "this", engines: [:], count: count, top10: top10)
    }
    return nil
  }
}
