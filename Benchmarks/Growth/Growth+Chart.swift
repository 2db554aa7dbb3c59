extension Growth {
  /// What there are pictures of.
  enum Chart: CaseIterable {
    case latency, classes, size, building

    var file: String {
      switch self {
      case .latency: "growth-latency.svg"
      case .classes: "growth-classes.svg"
      case .size: "growth-size.svg"
      case .building: "growth-build.svg"
      }
    }

    var title: String {
      switch self {
      case .latency: "Mean latency by units and engine"
      case .classes: "Mean latency by units and engine, for each class"
      case .size: "Bytes a word by units and engine"
      case .building: "Paragraphs indexed in a second of processor time, by units and engine"
      }
    }
  }

  func chart(_ chart: Chart) -> LineChart {
    switch chart {
    case .latency: latencyChart
    case .classes: classesChart
    case .size: sizeChart
    case .building: buildChart
    }
  }
}
