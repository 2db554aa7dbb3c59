extension BuildComparison {
  /// How many paragraphs a second of processor time indexes.
  var buildChart: BarChart {
    var bars = [bar("Verbatim", rate, 0)]
    bars += peers.enumerated().map { bar($1.shownName, rate($1), $0 + 1) }
    return BarChart(
      title: "Building: paragraphs in a second of processor time",
      note: "from split words to lists with positions, no stored text; more is better", bars: bars)
  }

  /// How large each index is.
  var sizeChart: BarChart {
    var peer = 0
    let bars = sizes.map { size in
      if !size.isOurs { peer += 1 }
      return BarChart.Bar(
        name: size.name, value: Double(size.byteCount),
        label: (Double(size.byteCount) / 1e6).rounded(to: 1) + " MB",
        color: Palette.color(size.isOurs ? 0 : peer), isBold: size.isOurs)
    }
    return BarChart(
      title: "Size of the index",
      note: "with positions, no stored text; whole: with text, stems and checksums",
      bars: bars)
  }

  private func bar(_ name: String, _ value: Double, _ engine: Int) -> BarChart.Bar {
    BarChart.Bar(
      name: name, value: value, label: Int(value).grouped, color: Palette.color(engine), isBold: engine == 0)
  }
}
