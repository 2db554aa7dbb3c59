import ArgumentParser
import Client

/// The manual: a page for the program, one for each command, and one for the query language.
enum Manual {
  private static let topics = ["query": QueryManual.page]

  /// Prints a page.
  /// - Parameter path: The names that lead to a command, or one topic; none for the program's own page.
  static func show(_ path: [String]) throws {
    try Output.result(TextLayout(colors: nil).text(of: try page(path)))
  }

  private static func page(_ path: [String]) throws -> ManualPage {
    let program = try CommandDescription(dump: Verbatim._dumpHelp())
    // The parser has a command for help, of which there is nothing to say.
    let path = path == ["help"] ? [] : path
    if let command = program.command(at: path) {
      return ManualPage(command, path: [program.commandName] + path)
    }
    if path.count == 1, let page = topics[path[0]] { return page }
    let known = Invocation.commands.sorted() + topics.keys.sorted()
    throw UsageError.noSuchPage(asked: path.joined(separator: " "), known: known)
  }
}

/// The program's page.
extension Manual {
  static let program = """
    SYNOPSIS
      verbatim [search] [OPTION]… WORD…
      verbatim COMMAND [OPTION]… [ARGUMENT]…
      verbatim help [COMMAND | query]

    DESCRIPTION
    Finds paragraphs in a folder of dated documents (Markdown and text), and quotes them with title, date, section, id \
    and place. A bare word is found in all its forms; phrases, operators and dates are in "verbatim help query".

    The first word decides: if it names a command it is the command, else the command is search, so that "verbatim veto" \
    searches for veto, and "verbatim search status" for status. Options may stand anywhere; "verbatim help COMMAND" lists \
    them. A word that begins with a dash needs "--" before it.

    A daemon, verbatimd, answers. It is started when none answers for the index, builds the index if there is none, and \
    leaves when nobody has asked for 10 minutes. With --local, and where CI is set, there is no daemon: a verbatimd of \
    your own answers, and ends.

    Results go to standard output, everything else to standard error.

    \(environmentOfAnswers)

    \(files)

    \(exitCodesOfQueries)

    COMPLETION
    Prints a script that completes commands and options, for bash, zsh or fish:
      verbatim --generate-completion-script bash

    EXAMPLES
      verbatim veto  the best paragraphs on it, in any form
      verbatim '"focal point"'  the exact phrase
      verbatim veto --from 2009 --to 2013  in these years
      verbatim veto NOT military  a word that must not stand there
      verbatim veto --sort -date  the latest first
      verbatim kwic veto  every occurrence on a line
      verbatim first veto  when it was said first
      verbatim trend veto  how often, year by year
      verbatim facet speaker veto  by whom
      verbatim cite talk#p12  a footnote for a paragraph
      verbatim explain ID veto  why this hit has its score
      verbatim veto --format json --limit 0  every hit, for programs
      verbatim doctor  what is set, what is there, what is wrong
    """

  static let environmentOfAnswers = """
    ENVIRONMENT
    What an option says counts first, then the environment, then the default. An empty variable counts as unset.

    \(environmentOfPlace)
      VERBATIM_NO_SPAWN  1: no daemon is started, as with --no-spawn; 0 or false: one may be
      VERBATIM_FORMAT  what --format would say; a command that has no such format prints text
      VERBATIM_IDLE_TIMEOUT  seconds until an idle daemon leaves; 0 for never; read when a daemon starts
      CI  where it is set (and is not 0 or false), and no socket was chosen: as with --local
    \(environmentOfTerminal)
    """

  static let environmentOfControl = """
    ENVIRONMENT
    \(environmentOfPlace)
    """

  private static let environmentOfPlace = """
      VERBATIM_CORPUS  the folder of source files, as --corpus
      VERBATIM_INDEX  the folder of the index, as --index
      VERBATIM_SOCKET  the daemon's socket, as --socket
      XDG_RUNTIME_DIR  the socket is in its folder verbatim, unless it was chosen
      TMPDIR  else in its folder verbatim-UID; /tmp if unset
    """

  private static let environmentOfTerminal = """
      NO_COLOR  set to anything: no colours, unless --color always
      COLUMNS  the width of the text where standard output is no terminal; default: 80
    """

  static let files = """
    FILES
      corpus/  the source files: .md and .txt, in folders too; README.md and hidden files do not count
      index/manifest.json  names the index's generation and its segments
      index/segments/  the index itself
      $XDG_RUNTIME_DIR/verbatim/ID.sock  the daemon's socket, ID being 12 digits of a hash of the index folder's path
      ID.sock.lock, ID.sock.log  beside it: the lock that one daemon holds, and its log
    """

  static let exitCodesOfQueries = """
    EXIT CODES
      0  something matches
      1  nothing does
      2  an error
      3  the index is of another format, or with --require-fresh not that of the corpus
      4  no daemon answers, or none can be started
      5  the answer is incomplete: its time ran out
    """
}
