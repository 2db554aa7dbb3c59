extension Comparison {
  /// The whole result for people; `charts` are the names of its charts' files.
  func markdown(charts: [(command: Command, file: String)]) -> String {
    var text = """
      # This engine beside others

      - collection: \(collection), \(paragraphs.grouped) paragraphs
      \(circumstances.markdown)
      Microseconds a query, p50 / p99 / mean over the queries of a class: in process, warm, one thread. For each class this engine \
      was measured, then each peer, then this engine again; its figure for a query is the mean of its two, each the median of \
      \(passes) passes. A peer's is the median of its runner's passes, PISA's by that of its algorithms that \
      is best for the class. A ratio is this engine's figure over that of the fastest peer: below 1 this engine is the fastest. An engine stands in a class if it answered every query of it. Peers that are called from Python \
      pay for the call, some microseconds a query.

      \(engineTable.text)
      """
    if let scale { text += "\n" + scaleText(scale) }
    text +=
      "\n## Ratios\n\nThe geometric mean over the classes, and the classes in which this engine is the fastest.\n\n"
    text += ratioTable.text
    for command in Command.ofPeers {
      text += "\n## \(command.title.prefix(1).uppercased() + command.title.dropFirst())\n\n"
      if let chart = charts.first(where: { $0.command == command }) {
        text += "![Latency of \(command.title) by class and engine](\(chart.file))\n\n"
      }
      text += latencyTable(command).text
    }
    if let building { text += building.markdown(charts: ("build.svg", "size.svg")) }
    text += "\n## Classes\n\n" + classTable.text
    if let agreement { text += "\n## Agreement\n\n```text\n\(agreement.text)```\n" }
    return text
  }

  private var engineTable: MarkdownTable {
    var table = MarkdownTable(header: ["engine", "version", "figures"], textColumnCount: 3)
    for engine in [ours] + peers {
      let origin =
        switch engine.origin {
        case .ours, .measured: "measured in this run"
        case .scaled: "another run's, scaled"
        }
      table.add([engine.markedName, engine.version, origin])
    }
    return table
  }

  private func scaleText(_ scale: ReferenceScale) -> String {
    let factors = classes.compactMap { one in
      scale.factors[one.name].map { "\(one.name) \($0.rounded(to: 2))" }
    }
    return """
      Engines with a * were not run here. Their figures are those of another run on the same paragraphs and queries, \
      times what \(scale.engines.joined(separator: ", ")) took here by what they took there: the geometric mean over them and over the commands, \
      for each class: \(factors.joined(separator: ", ")).
      \(referenceCheck?.text ?? "")

      """
  }

  private var ratioTable: MarkdownTable {
    var table = MarkdownTable(header: ["command"] + Statistic.allCases.map(\.rawValue) + ["fastest at p50"])
    for command in Command.ofPeers {
      var row = [command.title]
      for statistic in Statistic.allCases {
        let ratios = classes.compactMap { ratio($0.name, command, statistic) }
        row.append(ratios.isEmpty ? "" : ReferenceScale.geometricMean(ratios).rounded(to: 2))
      }
      let ratios = classes.compactMap { ratio($0.name, command, .p50) }
      table.add(row + ["\(ratios.count { $0 < 1 }) of \(ratios.count)"])
    }
    return table
  }

  private func latencyTable(_ command: Command) -> MarkdownTable {
    let engines = [ours] + shownPeers
    var table = MarkdownTable(
      header: ["class"] + engines.map(\.shortName)
        + Statistic.allCases.map { "\($0.rawValue): ours / fastest" })
    for one in classes {
      let cells = engines.map { engine in
        engine.microseconds[one.name]?[command].map {
          "\($0.p50.shortened) / \($0.p99.shortened) / \($0.mean.shortened)"
        } ?? ""
      }
      let ratios = Statistic.allCases.map { statistic in
        guard let ratio = ratio(one.name, command, statistic),
          let fastest = fastestPeer(one.name, command, statistic)
        else { return "" }
        return "\(ratio.rounded(to: 2)) (\(fastest.engine.shortName))"
      }
      table.add([one.name] + cells + ratios)
    }
    return table
  }

  private var classTable: MarkdownTable {
    var table = MarkdownTable(header: ["class", "queries", "this engine's second measurement / its first"])
    for one in classes { table.add([one.name, one.queries.grouped, one.drift.rounded(to: 2)]) }
    return table
  }
}

extension EngineFigures {
  /// Its name without its settings, with a mark if it was not run.
  var shortName: String { name.prefix { $0 != "(" } + mark }

  /// Its name, with a mark if it was not run.
  var markedName: String { name + mark }

  private var mark: String { origin == .scaled ? "*" : "" }
}
