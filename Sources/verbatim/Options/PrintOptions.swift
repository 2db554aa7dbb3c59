import ArgumentParser
import Client
import Wire

extension OutputFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

/// What a result looks like.
struct PrintOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What to print. (VERBATIM_FORMAT; default: text)", valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp("When to use colours; auto: on a terminal, unless NO_COLOR is set.", valueName: "when")
  )
  var color: ColorChoice = .auto

  var layout: TextLayout { TextLayout(colors: color) }

  /// Flag, then environment, then default.
  func chosenFormat() throws(UsageError) -> OutputFormat {
    if let format { return format }
    guard let name = Environment.process["VERBATIM_FORMAT"] else { return .text }
    guard let format = OutputFormat(rawValue: name) else {
      let known = OutputFormat.allCases.map(\.rawValue).joined(separator: " or ")
      throw .badEnvironment(name: "VERBATIM_FORMAT", found: name, expected: known)
    }
    return format
  }
}
