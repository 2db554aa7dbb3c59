extension Growth {
  /// The mean latency by units: the geometric mean over the classes that all engines answer.
  var latencyChart: LineChart {
    chart(
      "Top-10: mean latency by size of the collection",
      "geometric mean over the classes that every engine answers", [nil])
  }

  /// The same, a panel for each class.
  var classesChart: LineChart {
    chart("Top-10: mean latency by class and size of the collection", "the same axes in all panels", classes)
  }

  /// Bytes for each word of the collection.
  var sizeChart: LineChart {
    var series = [
      line(Self.ours, 0) { Double($0.building.bytesWithoutPairs) / Double($0.words) }
    ]
    if points.contains(where: { $0.building.bytesWithPairs != nil }) {
      var pairs = line(Self.ours + ", with pair lists", 0) { point in
        point.building.bytesWithPairs.map { Double($0) / Double(point.words) }
      }
      pairs.isDashed = true
      series.append(pairs)
    }
    series += lines { Double($1.indexBytes) / Double($0.words) }
    return LineChart(
      title: "Index: bytes a word by size of the collection",
      note: "with positions, no stored text; less is better",
      panels: [LineChart.Panel(title: "", series: series)], isLogarithmic: false, xLabel: Self.unitsLabel,
      yLabel: { $0.rounded(to: 1) })
  }

  /// Paragraphs that a second of processor time indexes.
  var buildChart: LineChart {
    let series = [line(Self.ours, 0) { $0.building.rate }] + lines { $0.building.rate($1) }
    return LineChart(
      title: "Building: paragraphs in a second of processor time, by size of the collection",
      note: "from split words to lists with positions, no stored text; more is better",
      panels: [LineChart.Panel(title: "", series: series)], isLogarithmic: false, xLabel: Self.unitsLabel,
      yLabel: { Int($0).grouped })
  }

  private func chart(_ title: String, _ note: String, _ names: [String?]) -> LineChart {
    let panels = names.map { name in
      LineChart.Panel(
        title: name ?? "",
        series: engines.enumerated().map { number, engine in
          line(engine.name, number) { figure(engine.name, name, .mean, at: $0) }
        }.filter { !$0.points.isEmpty })
    }
    return LineChart(
      title: title, note: note, panels: panels, isLogarithmic: true, xLabel: Self.unitsLabel,
      yLabel: LatencyChart.label)
  }

  /// A line for each peer that told what its build took.
  private func lines(_ value: (GrowthPoint, EngineBuild) -> Double) -> [LineChart.Series] {
    engines.enumerated().dropFirst().compactMap { number, engine in
      let builds = points.compactMap { point in point.building.peers.first { $0.shortName == engine.name } }
      guard let build = builds.first else { return nil }
      return line(build.shownName, number) { point in
        point.building.peers.first { $0.shortName == engine.name }.map { value(point, $0) }
      }
    }
  }

  private func line(_ name: String, _ engine: Int, _ value: (GrowthPoint) -> Double?) -> LineChart.Series {
    LineChart.Series(
      name: name, color: Palette.color(engine), isBold: engine == 0,
      points: points.compactMap { point in value(point).map { (Double(point.units), $0) } })
  }

  /// A power of ten units.
  static func unitsLabel(_ units: Double) -> String {
    switch units {
    case ..<999: "\(Int(units.rounded()))"
    case ..<999_999: "\(Int((units / 1e3).rounded())) k"
    default: "\(Int((units / 1e6).rounded())) M"
    }
  }
}
