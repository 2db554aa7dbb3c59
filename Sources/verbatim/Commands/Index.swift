import ArgumentParser
import Client
import Wire

/// `verbatim index`: what the `verbatimd` beside this program does with an index.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Build the index of a corpus, compare it with the corpus, verify it, and say what is in it and what is new.",
    subcommands: [IndexBuild.self, IndexCheck.self, IndexVerify.self, IndexDiff.self, IndexStats.self])
}

/// `verbatim index build`: has the index built, then lets a running daemon answer from it.
struct IndexBuild: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index of a corpus; a running daemon then answers from it.",
    discussion: """
      Reads every document of the corpus, makes the index of them, reads it back, and only then puts it in the place of the one \
      that stood before. If the index is up to date already, nothing is written. On an error the index that stood before \
      still stands. The index is a pure function of the corpus: building it twice gives the same bytes.

      Warnings and progress go to standard error, the report to standard output.

      With --report it counts what reading made of the sources: documents, sections, paragraphs by kind, sentences, statements by \
      form and by the rule that found them, the different speakers that are named in them, and how often repair joined lines, met a \
      cut word, took something out (white space is not counted) or mended a ligature. Mojibake is text decoded with the wrong table; \
      it is reported, not mended. Where the index is up to date already, the sources are read again just to count, which takes \
      about as long as a build; nothing is written then either.

      As JSON, "report" holds these counts, null without --report; "fresh" is true if nothing was written; and "warnings" has each \
      with "path", "line" (null if it concerns the whole file) and "message". Of an index that is up to date, the documents' \
      warnings are known only with --report.

      EXIT CODES
        0  done
        2  an error

      EXAMPLES
        verbatim index build
        verbatim index build --corpus speeches --index speeches-index
        verbatim index build --report
        verbatim index build --report --format json | jq '.report.repairs.joins'
      """)

  @Flag(help: "Count what reading made of the sources: paragraphs, statements, speakers, repairs.")
  var report = false

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReportOptions

  func answer() throws -> Client.ExitCode {
    let code = try BuilderProgram.run(
      ["index", "build"] + (report ? ["--report"] : []), place.forBuilder + options.forBuilder)
    return code == .hits ? try reloadDaemon() : code
  }

  private func reloadDaemon() throws -> Client.ExitCode {
    var client = try makeClient(mayStart: false)
    do throws(ClientError) {
      _ = try ask(&client, .reload, NoParameters())
      Output.note("the running daemon answers from it")
    } catch {
      // The index is built; that no daemon runs is no fault.
      if case .noDaemon = error { return .hits }
      throw error
    }
    return .hits
  }
}

/// `verbatim index check`: whether the index is what a build would give now.
struct IndexCheck: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether the index is what a build of the corpus would give now, and if not, why.",
    discussion: """
      Reads the sources and compares their hashes with those in the index. Nothing is parsed and nothing is written, so it \
      takes a small part of the time of a build.

      The index is stale when documents were added, changed or removed, or when this program makes something else of \
      documents than the one that built the index: then the parts are named that differ. Time stamps do not count. Of \
      documents, text names the first few of each kind, json all.

      EXIT CODES
        0  fresh: a build would change nothing
        1  stale: a build would give another index
        2  an error: no index, a damaged one, or a corpus that cannot be read
        3  the index is of another format, or the folder is none

      EXAMPLES
        verbatim index check || verbatim index build
        verbatim index check --format json | jq -r '.changed[]'
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReportOptions

  func answer() throws -> Client.ExitCode {
    try BuilderProgram.run(["index", "check"], place.forBuilder + options.forBuilder)
  }
}

/// `verbatim index verify`: whether everything that the index says is sound.
struct IndexVerify: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every byte of the index, and that what it says agrees with itself.",
    discussion: """
      Reads the whole index: the checksum of every page; and behind right checksums, that the dictionary is sorted, every \
      posting list can be read to its end, frequencies and positions agree with the lengths of paragraphs and documents, \
      and names with what they name. Of the history, which --since and "verbatim index diff" read, it reads every step. The corpus is not needed and not read: whether the index is that of the \
      corpus, "verbatim index check" says.

      A damaged index is never repaired: delete the files that are named, and build it again. A damaged step of the history is just \
      deleted. Files that are no part of the index \
      are named too, and are no damage: a build that died leaves some, and the next one removes them.

      EXIT CODES
        0  good
        2  damaged, or there is no index
        3  the index is of another format, or the folder is none

      EXAMPLES
        verbatim index verify
        verbatim index verify --index speeches-index --format json | jq '.damage[]'
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReportOptions

  func answer() throws -> Client.ExitCode {
    try BuilderProgram.run(["index", "verify"], place.forBuilder + options.forBuilder)
  }
}

/// `verbatim index diff`: what the index has that an earlier generation of it had not.
struct IndexDiff: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in what documents the index differs from an earlier generation of it.",
    discussion: """
      Names the documents that were added, changed or removed since the generation that is given, or since the one before the present \
      one, each with how many paragraphs were added (+) and removed (-). A paragraph that was rewritten is one of each; one that moved \
      inside its document is none. A document whose file was renamed is removed and added: it has another id.

      Each build that changes an index keeps what it changed, in the folder "history" of the index, of the last 256 such builds. \
      It begins anew where the index that stood could not be read: it was of another format, damaged, or gone. What a query finds of it: \
      verbatim QUERY --since GENERATION.

      EXIT CODES
        0  done, whether there is a difference or not
        2  an error: no index, or a generation that the history does not know
        3  the index is of another format, or the folder is none

      EXAMPLES
        verbatim index diff
        verbatim index diff 9f3c12 --format json | jq -r '.documents[] | select(.change == "added") | .id'
      """)

  @Argument(help: "The earlier generation, or its first six digits or more. (default: the one before)")
  var generation: String?

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReportOptions

  func answer() throws -> Client.ExitCode {
    try BuilderProgram.run(
      ["index", "diff"], place.forBuilder + options.forBuilder, operands: generation.map { [$0] } ?? [])
  }
}

/// `verbatim index stats`: what the index holds, and where its bytes go.
struct IndexStats: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say what the index holds, and where its bytes go.",
    discussion: """
      Counts documents, paragraphs, words (the tokens of --format json; compounds and words in capitals are terms too, but no \
      words of their own), different terms and stems, and the bytes of every section of the segments; index/FORMAT.md says \
      what is in each. It opens the index, and reads little of it.

      EXIT CODES
        0  done
        2  an error: no index, or a damaged one
        3  the index is of another format, or the folder is none

      EXAMPLES
        verbatim index stats
        verbatim index stats --format json | jq -c '.sections[]'
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReportOptions

  func answer() throws -> Client.ExitCode {
    try BuilderProgram.run(["index", "stats"], place.forBuilder + options.forBuilder)
  }
}

/// What a report on an index is printed as.
struct IndexReportOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(
    help: ArgumentHelp(
      "What to print. (VERBATIM_FORMAT, where it names one of these; default: text)", valueName: "format"))
  var format: Format?

  var forBuilder: [BuilderProgram.Option] { [("format", format?.rawValue)] }
}

extension PlaceOptions {
  fileprivate var forBuilder: [BuilderProgram.Option] {
    [("corpus", corpus), ("config", config), ("index", index)]
  }
}
