import ArgumentParser
import Corpus
import Indexing
import Wire

/// `verbatimd index build`: makes the index what the corpus says.
struct IndexBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index of a corpus.",
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
  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let corpusRoot = FilePaths.real(place.corpusRoot)
    let indexDirectory = FilePaths.real(place.indexDirectory)
    let builder = IndexBuilder(
      corpusRoot: corpusRoot, indexDirectory: indexDirectory, configurationPath: place.configurationPath)
    let watch = Stopwatch()
    var progress = ProgressLine()
    let built: BuildReport
    do throws(BuildError) {
      built = try builder.build(counting: report) { progress.show($0) }
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    for warning in built.warnings { StandardStreams.writeError("warning: \(warning.summary)\n") }
    switch options.chosenFormat {
    case .text:
      IndexReport.print("index \(indexDirectory) \(built.verdict(watch))", built.rows)
      if let counts = built.counts { StandardStreams.writeOutput(counts.text) }
    case .json: try IndexReport.print(json: BuildMessage(built, of: builder, watch))
    }
  }
}

extension Warning {
  /// `path:line: message`, one line whatever path and message hold.
  fileprivate var summary: String {
    "\(Sanitizer.clean(path))\(line.map { ":\($0)" } ?? ""): \(Sanitizer.clean(message))"
  }
}

extension BuildReport {
  fileprivate func verdict(_ watch: Stopwatch) -> String {
    wasFresh ? "was up to date" : "built in \(watch.milliseconds) ms"
  }

  fileprivate var rows: [(name: String, text: String)] {
    [
      ("generation", generation), ("documents", "\(documentCount)"), ("paragraphs", "\(paragraphCount)"),
      ("words", "\(wordCount)"), ("terms", "\(termCount)"), ("bytes", "\(byteCount)"),
    ]
  }
}
