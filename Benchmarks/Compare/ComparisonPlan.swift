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
    if let reference {
      try check(reference)
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
      peers: peers, scale: scale)
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

  /// Checks that the reference is about the same paragraphs, as far as peers of both count what matches.
  private func check(_ reference: PeerResults) throws {
    for run in peerRuns {
      for one in classes {
        guard let there = reference.count[one.name], let here = run.count[one.name],
          here.count == there.count
        else { continue }
        for (number, (ours, theirs)) in zip(here, there).enumerated() where ours != nil && ours != theirs {
          throw BenchmarkError(
            "the reference is of other paragraphs: \(one.queries[number].line) matches \(theirs) there, and "
              + "\(ours ?? 0) here by \(run.engine); name the table that it was made with, or no reference")
        }
      }
    }
  }
}
