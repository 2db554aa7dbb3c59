package import Wire

/// Whether to use colours.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// What a result is printed as.
package enum OutputFormat: String, CaseIterable, Sendable {
  case text, json
}

extension TextLayout {
  /// The layout of standard output.
  ///
  /// The width is the terminal's, else `COLUMNS`, else 80. `auto` colours a terminal, unless `NO_COLOR` is set.
  package init(colors: ColorChoice, environment: Environment = .process) {
    let isTerminal = System.isTerminal(1)
    let width = System.terminalWidth(1) ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
    let hasColors =
      switch colors {
      case .always: true
      case .never: false
      case .auto: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
      }
    self.init(width: min(width, 1000), hasColors: hasColors)
  }
}
