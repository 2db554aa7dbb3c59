/// A bar a line, all from zero, each with its name before it and its figure behind it.
struct BarChart {
  struct Bar {
    var name: String
    var value: Double
    /// The value as it is shown.
    var label: String
    var color: String
    /// Whether it is one of ours.
    var isBold: Bool
  }

  var title: String
  /// Under the title: what the bars stand for.
  var note: String
  var bars: [Bar]

  private static let left = 250.0
  private static let right = 110.0
  private static let width = 860.0
  private static let top = 62.0
  private static let rowHeight = 24.0

  var svg: String {
    var image = SVGImage(width: Self.width, height: Self.top + Double(bars.count) * Self.rowHeight + 14)
    image.text(title, at: (16, 24), size: 15, isBold: true)
    image.text(note, at: (16, 44), color: "#777777")
    let most = bars.map(\.value).max() ?? 0
    for (index, bar) in bars.enumerated() {
      let y = Self.top + Double(index) * Self.rowHeight
      let length = most > 0 ? bar.value / most * (Self.width - Self.left - Self.right) : 0
      image.text(bar.name, at: (Self.left - 10, y + 14), anchor: .end, isBold: bar.isBold)
      image.box(at: (Self.left, y + 3), size: (length, Self.rowHeight - 8), color: bar.color)
      image.text(bar.label, at: (Self.left + length + 6, y + 14), isBold: bar.isBold)
    }
    return image.source
  }
}
