import ArgumentParser
import Client

extension SearchFormat: ExpressibleByArgument {}
extension ParagraphFormat: ExpressibleByArgument {}
extension KwicFormat: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension SuggestionFormat: ExpressibleByArgument {}
extension PlainFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

/// What a result looks like.
struct PrintOptions<Format: OutputFormat & ExpressibleByArgument>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to print. (VERBATIM_FORMAT, where it names one of these; default: text)", valueName: "format"))
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "When to use colours: auto is on a terminal, unless NO_COLOR is set.", valueName: "when"))
  var color: ColorChoice?

  var layout: TextLayout { TextLayout(colors: color) }

  func chosenFormat() throws(ClientError) -> Format {
    do throws(SettingError) {
      return try Format.setting(flag: format).value
    } catch {
      throw .setting(error)
    }
  }
}
