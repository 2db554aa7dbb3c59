/// Lines over a logarithmic axis, a color each: one panel, or several side by side with the same axes.
struct LineChart {
  struct Series {
    var name: String
    var color: String
    /// Whether it is ours.
    var isBold: Bool
    var isDashed = false
    /// In order of x.
    var points: [(x: Double, y: Double)]
  }

  struct Panel {
    /// Empty where there is but one.
    var title: String
    var series: [Series]
  }

  var title: String
  var note: String
  var panels: [Panel]
  /// Whether the axis of the values is logarithmic; else it begins with zero.
  var isLogarithmic: Bool
  var xLabel: (Double) -> String
  var yLabel: (Double) -> String

  private static let width = 860.0
  private static let legendColumnCount = 4
  private static let legendRowHeight = 18.0
  private static let panelColumnCount = 3
  private static let left = 62.0

  var svg: String {
    let legend = legend
    let rows = (legend.count + Self.legendColumnCount - 1) / Self.legendColumnCount
    let top = 60 + Double(rows) * Self.legendRowHeight
    let columnCount = min(panels.count, Self.panelColumnCount)
    let rowCount = (panels.count + columnCount - 1) / max(1, columnCount)
    let size = (
      width: (Self.width - 16) / Double(max(1, columnCount)), height: panels.count == 1 ? 380.0 : 210.0
    )
    var image = SVGImage(width: Self.width, height: top + Double(rowCount) * size.height + 10)
    image.text(title, at: (16, 24), size: 15, isBold: true)
    image.text(note, at: (16, 44), color: "#777777")
    draw(legend, &image)
    let values = panels.flatMap { $0.series.flatMap(\.points) }
    let scales = (
      x: ValueScale.logarithmic(values.map(\.x)),
      y: isLogarithmic ? ValueScale.logarithmic(values.map(\.y)) : .linear(values.map(\.y))
    )
    for (index, panel) in panels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
      draw(
        panel, at: (Double(column) * size.width, top + Double(row) * size.height), size: size, scales.x,
        scales.y, &image)
    }
    return image.source
  }

  /// Every series once, as of the first panel that has it.
  private var legend: [Series] {
    var legend: [Series] = []
    for series in panels.flatMap(\.series) where !legend.contains(where: { $0.name == series.name }) {
      legend.append(series)
    }
    return legend
  }

  private func draw(_ legend: [Series], _ image: inout SVGImage) {
    let columnWidth = (Self.width - 32) / Double(Self.legendColumnCount)
    for (index, series) in legend.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.legendColumnCount)
      let place = (x: 16 + Double(column) * columnWidth, y: 66 + Double(row) * Self.legendRowHeight)
      image.line(
        from: (place.x, place.y - 4), to: (place.x + 16, place.y - 4), color: series.color,
        width: series.isBold ? 3 : 1.5, isDashed: series.isDashed)
      image.text(series.name, at: (place.x + 22, place.y), isBold: series.isBold)
    }
  }

  private func draw(
    _ panel: Panel, at corner: (x: Double, y: Double), size: (width: Double, height: Double),
    _ xScale: ValueScale, _ yScale: ValueScale, _ image: inout SVGImage
  ) {
    let (left, right) = (corner.x + Self.left, corner.x + size.width - 14)
    let (top, bottom) = (corner.y + 26, corner.y + size.height - 28)
    func x(_ value: Double) -> Double { left + xScale.share(of: value) * (right - left) }
    func y(_ value: Double) -> Double { bottom - yScale.share(of: value) * (bottom - top) }
    if !panel.title.isEmpty { image.text(panel.title, at: (left, corner.y + 18), isBold: true) }
    for tick in yScale.ticks {
      image.line(from: (left, y(tick)), to: (right, y(tick)), color: "#dddddd")
      image.text(yLabel(tick), at: (left - 6, y(tick) + 4), anchor: .end, size: 11)
    }
    for tick in xScale.ticks {
      image.line(from: (x(tick), top), to: (x(tick), bottom + 4), color: "#eeeeee")
      image.text(xLabel(tick), at: (x(tick), bottom + 17), anchor: .middle, size: 11)
    }
    // Ours last, over the others.
    for series in panel.series.filter({ !$0.isBold }) + panel.series.filter(\.isBold) {
      let width = series.isBold ? 3.0 : 1.5
      for (one, next) in zip(series.points, series.points.dropFirst()) {
        image.line(
          from: (x(one.x), y(one.y)), to: (x(next.x), y(next.y)), color: series.color, width: width,
          isDashed: series.isDashed)
      }
      for point in series.points {
        image.circle(
          at: (x(point.x), y(point.y)), radius: series.isBold ? 4 : 3, color: series.color,
          isFilled: !series.isDashed)
      }
    }
  }
}
