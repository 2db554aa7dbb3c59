/// A picture of lines, circles, boxes and text, as SVG.
struct SVGImage {
  enum Anchor: String {
    case start, middle, end
  }

  let width: Double
  let height: Double
  private var elements: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), color: String, width: Double = 1,
    isDashed: Bool = false
  ) {
    let dashes = isDashed ? " stroke-dasharray=\"5 3\"" : ""
    elements.append(
      "<line x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\" x2=\"\(Self.number(end.x))\" "
        + "y2=\"\(Self.number(end.y))\" stroke=\"\(color)\" stroke-width=\"\(Self.number(width))\"\(dashes)/>"
    )
  }

  /// A circle, filled with its color, or else white in a ring of it.
  mutating func circle(at center: (x: Double, y: Double), radius: Double, color: String, isFilled: Bool) {
    elements.append(
      "<circle cx=\"\(Self.number(center.x))\" cy=\"\(Self.number(center.y))\" r=\"\(Self.number(radius))\" "
        + "fill=\"\(isFilled ? color : "#ffffff")\" stroke=\"\(color)\" stroke-width=\"1.5\"/>")
  }

  mutating func box(
    at corner: (x: Double, y: Double), size: (width: Double, height: Double), color: String
  ) {
    elements.append(
      "<rect x=\"\(Self.number(corner.x))\" y=\"\(Self.number(corner.y))\" width=\"\(Self.number(size.width))\" "
        + "height=\"\(Self.number(size.height))\" fill=\"\(color)\"/>")
  }

  /// - Parameter place: Of the text's base line, at the start, the middle or the end of the text.
  mutating func text(
    _ text: String, at place: (x: Double, y: Double), anchor: Anchor = .start, color: String = "#333333",
    size: Double = 12, isBold: Bool = false
  ) {
    elements.append(
      "<text x=\"\(Self.number(place.x))\" y=\"\(Self.number(place.y))\" text-anchor=\"\(anchor.rawValue)\" "
        + "fill=\"\(color)\" font-size=\"\(Self.number(size))\"\(isBold ? " font-weight=\"bold\"" : "")>"
        + "\(Self.escaped(text))</text>")
  }

  /// The file, a line for each element.
  var source: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.number(width))" height="\(Self.number(height))" \
    viewBox="0 0 \(Self.number(width)) \(Self.number(height))" font-family="Helvetica, Arial, sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/>
    \(elements.joined(separator: "\n"))
    </svg>

    """
  }

  /// With one decimal, which is fine enough for a screen, and none if it is zero.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
