/// How wide text may be, and whether it may have colours.
package struct TextLayout: Equatable, Sendable {
  /// Columns, at least ``leastWidth``.
  package let width: Int
  package let hasColors: Bool
  package static let leastWidth = 20

  package init(width: Int, hasColors: Bool) {
    self.width = max(Self.leastWidth, width)
    self.hasColors = hasColors
  }

  /// What a stretch of text is.
  enum Role: String {
    case match = "1;31"
    case title = "1"
    case quiet = "2"
  }

  /// `text` in the colours of `role`, if there are any.
  func paint(_ text: String, _ role: Role) -> String {
    hasColors && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Wraps `text` into lines that begin with `indent` spaces, the first with `lead` instead.
  func block(
    _ text: StyledText, indent: Int, lead: String? = nil, role: Role? = nil, cutsWords: Bool = true
  ) -> String {
    let space = String(repeating: " ", count: indent)
    var result = ""
    for (number, line) in text.wrapped(to: max(8, width - indent), cutsWords: cutsWords).enumerated() {
      result += number == 0 ? lead ?? space : space
      result += paint(line, role) + "\n"
    }
    return result
  }

  /// The cells in their colours: those that are marked as matches, the others in those of `role`.
  func paint(_ line: [StyledText.Cell], _ role: Role?) -> String {
    var result = ""
    var rest = line[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isMarked == first.isMarked }
      rest = rest.dropFirst(run.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: run.map(\.scalar))
      let painted = first.isMarked ? Role.match : role
      result += painted.map { paint(String(text), $0) } ?? String(text)
    }
    return result
  }
}
