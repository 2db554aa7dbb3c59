/// The colors of engines in every chart: ours first, then the peers in their order.
enum Palette {
  /// Told apart by most who see colors otherwise: Okabe and Ito, "Color Universal Design", 2008.
  private static let colors = [
    "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#777777", "#000000",
  ]

  static func color(_ engine: Int) -> String { colors[engine % colors.count] }
}
