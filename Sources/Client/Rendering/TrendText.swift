package import Wire

extension TextLayout {
  /// A trend for people: a table, as many of its columns as fit, and a bar for each year's share in what is left.
  package func text(of trend: TrendReply) -> String {
    let cells = [Self.headings] + trend.rows.map(Self.cells)
    let widths = Self.widths(of: cells)
    let (columnCount, used) = columns(of: widths)
    let barWidth = min(40, width - used - 2)
    let largest = trend.rows.compactMap(\.share).max() ?? 0
    var result = ""
    for (number, row) in cells.enumerated() {
      var line = zip(row, widths).prefix(columnCount).map { Self.pad($0, to: $1) }.joined(separator: "  ")
      if number == 0 {
        line = paint(line, .title)
      } else if barWidth >= 4, largest > 0, let share = trend.rows[number - 1].share {
        line += "  " + Self.bar(share / largest, width: barWidth)
      }
      // A bar of no length leaves spaces.
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }

  /// The columns of a table that there is no room for.
  package func hiddenColumns(of trend: TrendReply) -> [String] {
    let widths = Self.widths(of: [Self.headings] + trend.rows.map(Self.cells))
    return Array(Self.headings.dropFirst(columns(of: widths).count))
  }

  private static func widths(of cells: [[String]]) -> [Int] {
    headings.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
  }

  /// How many columns fit, two at least, and how wide they are together.
  private func columns(of widths: [Int]) -> (count: Int, width: Int) {
    var count = 0
    var used = 0
    for width in widths {
      let needed = used + width + (count > 0 ? 2 : 0)
      guard needed <= self.width || count < 2 else { break }
      used = needed
      count += 1
    }
    return (count, used)
  }

  private static let headings = ["year", "hits", "units", "share", "occurrences", "per million"]

  private static func cells(_ row: TrendRowMessage) -> [String] {
    [
      row.year.map { "\($0)" } ?? "undated", "\(row.hits)", "\(row.units)",
      decimal(row.share.map { $0 * 100 }, places: 2, unit: "%"),
      row.occurrences.map { "\($0)" } ?? "–", decimal(row.perMillion, places: 1),
    ]
  }

  private static func pad(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A bar in eighths of a column; what is not nothing is seen.
  private static func bar(_ part: Double, width: Int) -> String {
    let eighths = part > 0 ? max(1, Int((part * Double(width * 8)).rounded())) : 0
    let tips: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let whole = String(repeating: "█", count: eighths / 8)
    return eighths % 8 == 0 ? whole : whole + String(tips[eighths % 8 - 1])
  }

  /// `number` with `places` digits after the point; a dash for none, and for a negative one, which is no share of anything.
  private static func decimal(_ number: Double?, places: Int, unit: String = "") -> String {
    guard let number, number >= 0 else { return "–" }
    let scale = places == 1 ? 10 : 100
    let scaled = (number * Double(scale)).rounded()
    guard scaled.isFinite, scaled < 1e15 else { return "\(number)" + unit }
    let digits = String(Int(scaled) % scale)
    return "\(Int(scaled) / scale)." + String(repeating: "0", count: places - digits.count) + digits + unit
  }
}
