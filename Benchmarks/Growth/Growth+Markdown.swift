extension Growth {
  /// The whole result for people.
  func markdown(charts: [Chart: String]) -> String {
    func image(_ chart: Chart) -> String { charts[chart].map { "![\(chart.title)](\($0))\n\n" } ?? "" }
    var text = """
      # As the collection grows

      \(circumstances.markdown)
      Collections of made-up words, as frequent as Zipf's law has it, in paragraphs of log-normal length (`Benchmarks generate`, seed \
      \(seed)); each collection begins with the one before it. All are asked the same queries, \
      \(queries.values.max() ?? 0) a class, made of paragraphs of the smallest. Each word is drawn for itself, so phrases are rarer than \
      in real text.

      Microseconds for the ten best, in process, warm, one thread. At each size this engine was measured, then each peer, and this \
      engine again after each; its figure for a query is the median of these rounds, each the median of \(passes) passes. A peer's is \
      the median of its runner's passes, PISA's by that of its algorithms that is best for the class. \
      Lucene and PISA have one segment each, this engine those that its builder makes. Peers that are called from Python pay for the \
      call, some microseconds a query.


      """
    text += engineTable.text + missingText
    text += "\n## Collections\n\n" + collectionTable.text
    text += "\n## Latency\n\n" + image(.latency)
    text +=
      "Mean, the geometric mean over the classes that every engine answers; ours over the fastest peer.\n\n"
    text += meanTable(nil).text
    text += "\nBy class, p50 / p99 / mean; ours over the fastest peer by its mean.\n\n" + image(.classes)
    text += classTable.text
    text += growthText
    text += "\n## Size\n\n" + image(.size)
    text +=
      "Bytes with positions, without stored text; whole: with text, stems, statements and checksums.\n\n"
    text += sizeTable.text
    text += "\n## Building\n\n" + image(.building)
    text += """
      Paragraphs in a second of processor time, and the most memory at once in MB, from split words to lists with positions; this \
      engine on one thread in a process of its own. Whole: from files to an index that is checked, on all processors.


      """
    text += buildTable.text
    for note in notes { text += note }
    return text
  }

  private var engineTable: MarkdownTable {
    var table = MarkdownTable(header: ["engine", "version"], textColumnCount: 2)
    for engine in engines { table.add([engine.name, engine.version]) }
    return table
  }

  private var missingText: String {
    var units: [String: [String]] = [:]
    for point in points {
      for (engine, reason) in point.missing {
        units["\(engine): \(reason)", default: []].append(point.units.grouped)
      }
    }
    var text = units.isEmpty ? "" : "\nMissing:\n\n"
    for (line, units) in units.sorted(by: { $0.key < $1.key }) {
      text += "- \(line) At \(units.joined(separator: " and "))\n"
    }
    return peerNames.isEmpty ? text + "\nNo peer was measured.\n" : text
  }

  private var collectionTable: MarkdownTable {
    var table = MarkdownTable(
      header: [
        "units", "words", "segments", "counts as Lucene's", "ten best as Lucene's", "last round / first",
      ])
    for point in points {
      let agreement = point.agreement
      table.add([
        point.units.grouped, point.words.grouped, point.segments.grouped,
        agreement.map { "\($0.equalCounts) of \($0.queries)" } ?? "",
        agreement.map { "\($0.equalTopTens) of \($0.queries)" } ?? "", point.drift.rounded(to: 2),
      ])
    }
    return table
  }

  private func meanTable(_ name: String?) -> MarkdownTable {
    var table = MarkdownTable(header: ["units"] + engines.map(\.name) + ["ours / fastest"])
    for point in points {
      let cells = engines.map { figure($0.name, name, .mean, at: point)?.shortened ?? "" }
      table.add([point.units.grouped] + cells + [ratioText(name, point)])
    }
    return table
  }

  private func ratioText(_ name: String?, _ point: GrowthPoint) -> String {
    guard let ours = figure(Self.ours, name, .mean, at: point), let fastest = fastestPeer(name, at: point)
    else { return "" }
    return "\((ours / fastest.microseconds).rounded(to: 2)) (\(fastest.engine))"
  }

  private var classTable: MarkdownTable {
    var table = MarkdownTable(header: ["class", "units"] + engines.map(\.name) + ["mean: ours / fastest"])
    for name in classes {
      for point in points {
        let cells = engines.map { engine in
          point.latency[engine.name]?[name].map {
            "\($0.p50.shortened) / \($0.p99.shortened) / \($0.mean.shortened)"
          } ?? ""
        }
        table.add([name, point.units.grouped] + cells + [ratioText(name, point)])
      }
    }
    return table
  }

  private var growthText: String {
    guard let span else { return "" }
    var table = MarkdownTable(
      header: ["class"] + engines.map(\.name) + ["ours / the least of the peers", "ours / the most"])
    for name in classes.map(Optional.some) + [nil] {
      var row = [name ?? "geometric mean"]
      row += engines.map { factor($0.name, name)?.rounded(to: 2) ?? "" }
      if let ours = factor(Self.ours, name), let peers = factorsOfPeers(name) {
        row += [peers.least, peers.most].map { "\((ours / $0.factor).rounded(to: 2)) (\($0.engine))" }
      } else {
        row += ["", ""]
      }
      table.add(row)
    }
    return """

      ## Growth

      The mean at \(span.last.units.grouped) units over that at \(span.base.units.grouped): where the collection is \
      \((Double(span.last.units) / Double(span.base.units)).shortened) times as large, a query takes so many times as long. Below 1 \
      in the last two columns this engine grows slower than the peer that grows least, or most. The last line is over the classes that \
      every engine answers.

      \(table.text)
      """
  }

  private var sizeTable: MarkdownTable {
    let hasPairs = points.contains { $0.building.bytesWithPairs != nil }
    let names = hasPairs ? ["Verbatim, without pair lists", "with pair lists"] : ["Verbatim"]
    var table = MarkdownTable(
      header: ["units"] + names + peerNames + ["Verbatim, whole", "ours / smallest with positions"])
    for point in points {
      let building = point.building
      var ours = [building.bytesWithoutPairs]
      if hasPairs { ours.append(building.bytesWithPairs ?? building.bytesWithoutPairs) }
      let ratios = ours.compactMap { building.ratio(.size, Double($0))?.rounded(to: 2) }
      let smallest = building.best(.size).map { " (\($0.peer.shortName))" } ?? ""
      table.add(
        [point.units.grouped] + ours.map(\.grouped)
          + peerNames.map { build($0, point)?.indexBytes.grouped ?? "" }
          + [building.whole.bytes.grouped, ratios.joined(separator: ", ") + smallest])
    }
    return table
  }

  private var buildTable: MarkdownTable {
    var table = MarkdownTable(
      header: ["units", "Verbatim"] + peerNames
        + ["Verbatim, whole", "ours / quickest with positions", "memory: ours / least"])
    for point in points {
      let building = point.building
      func ratio(_ measure: BuildComparison.Measure, _ ours: Double) -> String {
        guard let best = building.best(measure) else { return "" }
        return "\((ours / best.value).rounded(to: 2)) (\(best.peer.shortName))"
      }
      let memory = building.plain.peakMemoryByteCount
      let whole = building.whole
      table.add(
        [point.units.grouped, Self.cell(building.rate, memory)]
          + peerNames.map { name in
            build(name, point).map { Self.cell(building.rate($0), $0.peakMemoryBytes) } ?? ""
          }
          + [
            Self.cell(Double(whole.paragraphs) / whole.buildCPUSeconds, whole.peakMemoryBytes),
            ratio(.rate, building.rate), ratio(.peakMemory, Double(memory)),
          ])
    }
    return table
  }

  private static func cell(_ rate: Double, _ memory: Int) -> String {
    "\(Int(rate).grouped) / \((memory / 1_000_000).grouped) MB"
  }

  private func build(_ engine: String, _ point: GrowthPoint) -> EngineBuild? {
    point.building.peers.first { $0.shortName == engine }
  }

  /// What else is in the figures of the builds, of the largest collection.
  private var notes: [String] {
    guard let building = points.last?.building else { return [] }
    var lines = building.peers.filter { !$0.note.isEmpty }.map { "- \($0.engine): \($0.note)\n" }
    if building.bytesWithPairs != nil {
      lines.insert("- Verbatim: its lists of pairs of words are built too\n", at: 0)
    }
    return lines.isEmpty ? [] : ["\n"] + lines
  }
}
