import Testing

@testable import Client

@Suite struct ManualTests {
  private let dump = """
    {"command": {"commandName": "tool", "abstract": "Do things.", "shouldDisplay": true,
     "discussion": "Does them well,\\nand twice.\\n\\nSEE\\n  a  first\\n  long term  second\\n\\nEnd.",
     "arguments": [
      {"kind": "positional", "shouldDisplay": true, "isOptional": false, "isRepeating": true, "valueName": "word",
       "abstract": "The words."},
      {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
       "names": [{"kind": "short", "name": "f"}, {"kind": "long", "name": "form"}], "valueName": "name",
       "allValues": ["x", "y"], "abstract": "The form. (FORM; default: x)"},
      {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
       "names": [{"kind": "long", "name": "limit"}], "valueName": "n", "defaultValue": "10", "abstract": "The most."},
      {"kind": "flag", "shouldDisplay": false, "isOptional": true, "isRepeating": false,
       "names": [{"kind": "long", "name": "hidden"}], "abstract": "Nothing."}],
     "subcommands": [{"commandName": "sub", "abstract": "Less."}]}}
    """

  private func page(_ width: Int, colors: Bool = false) throws -> String {
    let command = try CommandDescription(dump: dump)
    return TextLayout(width: width, hasColors: colors).text(of: ManualPage(command, path: ["tool"]))
  }

  @Test func width80() throws {
    #expect(
      try page(80) == """
        NAME
            tool – do things

        SYNOPSIS
            tool COMMAND [OPTION]… WORD…

        DESCRIPTION
            Does them well, and twice.

        COMMANDS
            sub  Less.

        OPTIONS
            WORD…
                The words.

            -f, --form NAME
                The form. One of: x, y. (FORM; default: x)

            --limit N
                The most. (default: 10)

        SEE
            a          first
            long term  second

            End.

        """)
  }

  @Test func narrow() throws {
    let text = try page(30)
    #expect(text.contains("    long term\n        second\n"))
    #expect(text.contains("    tool COMMAND [OPTION]…\n        WORD…\n"))
  }

  @Test func titlesAndOptionsAreBold() throws {
    #expect(try page(80, colors: true).hasPrefix("\u{1B}[1mNAME\u{1B}[0m\n    tool"))
    #expect(try page(80, colors: true).contains("\u{1B}[1m--limit N\u{1B}[0m"))
  }

  @Test func commandsAreFoundByTheirNames() throws {
    let command = try CommandDescription(dump: dump)
    #expect(command.command(at: [])?.commandName == "tool")
    #expect(command.command(at: ["sub"])?.commandName == "sub")
    #expect(command.command(at: ["sub", "sub"]) == nil && command.command(at: ["x"]) == nil)
  }
}
