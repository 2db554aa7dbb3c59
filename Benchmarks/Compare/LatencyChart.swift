import Foundation

/// How long the queries of each class take each engine, on a logarithmic axis: a dot at p50, a line from there to p99.
struct LatencyChart {
  let comparison: Comparison
  let command: Command

  private static let left = 90.0
  private static let right = 32.0
  private static let width = 860.0
  private static let rowHeight = 11.0
  private static let classGap = 12.0
  private static let legendRowHeight = 18.0
  private static let legendColumnCount = 3

  /// Those that have figures for this command, ours first, each with its color, which it has in every chart.
  private var engines: [(figures: EngineFigures, color: String)] {
    ([comparison.ours] + comparison.shownPeers).enumerated()
      .map { (figures: $1, color: Palette.color($0)) }
      .filter { engine in engine.figures.microseconds.values.contains { $0[command] != nil } }
  }

  /// The powers of ten between which every figure lies.
  private var decades: ClosedRange<Int> {
    let figures = engines.flatMap { $0.figures.microseconds.values.compactMap { $0[command] } }
    let least = figures.map(\.p50).min() ?? 1
    let most = figures.map { max($0.p50, $0.p99) }.max() ?? 10
    let first = Int(log10(max(least, 0.01)).rounded(.down))
    return first...max(first + 1, Int(log10(max(most, 0.01)).rounded(.up)))
  }

  var svg: String {
    let engines = engines
    let decades = decades
    let legendRowCount = (engines.count + Self.legendColumnCount - 1) / Self.legendColumnCount
    let top = 44 + Double(legendRowCount) * Self.legendRowHeight
    let classHeight = Double(engines.count) * Self.rowHeight + Self.classGap
    let bottom = top + Double(comparison.classes.count) * classHeight
    var image = SVGImage(width: Self.width, height: bottom + 44)

    let title = command.title.prefix(1).uppercased() + command.title.dropFirst()
    let isScaled = engines.contains { $0.figures.origin == .scaled }
    let note = isScaled ? "; hollow: another run's, scaled" : ""
    image.text(
      "\(title): latency by class, dot p50, line to p99\(note)", at: (16, 24), size: 15, isBold: true)
    drawLegend(engines, &image)
    for (index, one) in comparison.classes.enumerated() {
      let y = top + Double(index) * classHeight
      if index.isMultiple(of: 2) {
        image.box(at: (0, y), size: (Self.width, classHeight), color: "#f5f5f5")
      }
      image.text(one.name, at: (Self.left - 10, y + classHeight / 2 + 4), anchor: .end)
    }
    drawAxis(decades, top, bottom, &image)
    for (index, one) in comparison.classes.enumerated() {
      let y = top + Double(index) * classHeight + Self.classGap / 2
      for (row, engine) in engines.enumerated() {
        guard let figures = engine.figures.microseconds[one.name]?[command] else { continue }
        let middle = y + (Double(row) + 0.5) * Self.rowHeight
        let p50 = x(figures.p50, decades)
        image.line(
          from: (p50, middle), to: (x(figures.p99, decades), middle), color: engine.color,
          width: row == 0 ? 3 : 1.5)
        image.circle(
          at: (p50, middle), radius: row == 0 ? 4.5 : 3.5, color: engine.color,
          isFilled: engine.figures.origin != .scaled)
      }
    }
    return image.source
  }

  private func drawLegend(_ engines: [(figures: EngineFigures, color: String)], _ image: inout SVGImage) {
    let columnWidth = (Self.width - 32) / Double(Self.legendColumnCount)
    for (index, engine) in engines.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.legendColumnCount)
      let place = (
        x: 16 + Double(column) * columnWidth, y: 46 + Double(row) * Self.legendRowHeight
      )
      image.circle(
        at: (place.x + 5, place.y - 4), radius: 4, color: engine.color,
        isFilled: engine.figures.origin != .scaled)
      let note = engine.figures.origin == .scaled ? " (scaled)" : ""
      image.text(
        engine.figures.name + note, at: (place.x + 14, place.y), isBold: engine.figures.origin == .ours)
    }
  }

  private func drawAxis(
    _ decades: ClosedRange<Int>, _ top: Double, _ bottom: Double, _ image: inout SVGImage
  ) {
    for decade in decades {
      let value = pow(10, Double(decade))
      image.line(
        from: (x(value, decades), top), to: (x(value, decades), bottom + 5), color: "#bbbbbb")
      image.text(Self.label(value), at: (x(value, decades), bottom + 19), anchor: .middle)
      if decade == decades.upperBound { continue }
      for part in 2...9 {
        let place = x(value * Double(part), decades)
        image.line(from: (place, top), to: (place, bottom), color: "#e9e9e9", width: 0.5)
      }
    }
    image.text(
      "time for a query, logarithmic", at: ((Self.left + Self.width - Self.right) / 2, bottom + 36),
      anchor: .middle, color: "#777777")
  }

  private func x(_ microseconds: Double, _ decades: ClosedRange<Int>) -> Double {
    let share =
      (log10(max(microseconds, 0.01)) - Double(decades.lowerBound))
      / Double(decades.upperBound - decades.lowerBound)
    return Self.left + min(max(share, 0), 1) * (Self.width - Self.left - Self.right)
  }

  /// A power of ten microseconds, in the unit that makes it shortest.
  static func label(_ microseconds: Double) -> String {
    switch microseconds {
    case ..<0.9: "\(Int((microseconds * 1_000).rounded())) ns"
    case ..<900: "\(Int(microseconds.rounded())) µs"
    case ..<900_000: "\(Int((microseconds / 1_000).rounded())) ms"
    default: "\(Int((microseconds / 1_000_000).rounded())) s"
    }
  }
}
