/// A step of repair: finds bullets whose glyph the conversion has lost, so that only a space before the text is left.
///
/// Taken for a bullet: an indented unit behind a blank line, in a document that has other bullets and seldom indents.
enum LostBullets {
  static func mark(in units: inout [Unit], rows: [Row], layout: Layout) {
    guard !layout.isWrapped, units.contains(where: { $0.kind == .bullet }) else { return }
    let indented = units.indices.filter { index in
      let first = rows[units[index].rows.lowerBound]
      return units[index].kind == .prose && first.indent > 0 && first.blanksBefore > 0
        && first.opening == .uppercase
    }
    guard indented.count * 4 <= units.count else { return }
    for index in indented { units[index].kind = .bullet }
  }
}
