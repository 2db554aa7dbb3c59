package import Wire

/// Whether to use colours.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Flag, then `NO_COLOR` and a terminal that knows none, then `auto`.
  package static func setting(flag: ColorChoice?, environment: Environment = .process) -> Setting<ColorChoice>
  {
    if let flag { return Setting(flag, .flag("--color")) }
    if environment["NO_COLOR"] != nil { return Setting(.never, .environment("NO_COLOR")) }
    if environment["TERM"] == "dumb" { return Setting(.never, .environment("TERM")) }
    return Setting(.auto, .preset)
  }
}

extension TextLayout {
  /// The layout of standard output.
  ///
  /// The width is the terminal's, else `COLUMNS`, else 80. `auto` colours a terminal.
  package init(colors: ColorChoice?, environment: Environment = .process) {
    let width =
      System.terminalWidth(1) ?? environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      ?? 80
    let hasColors =
      switch ColorChoice.setting(flag: colors, environment: environment).value {
      case .always: true
      case .never: false
      case .auto: System.isTerminal(1)
      }
    self.init(width: min(width, 1000), hasColors: hasColors)
  }
}
