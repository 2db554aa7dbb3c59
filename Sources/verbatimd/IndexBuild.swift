import ArgumentParser
import Corpus
import Indexing
import Segment
import Wire

/// `verbatimd index build`: makes the index what the corpus says.
struct IndexBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index of a corpus.",
    discussion: "What it does, its exit codes and examples: verbatim help index build")

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
    if let problem = built.historyProblem {
      StandardStreams.writeError(
        "warning: --since will know no generation before this one: \(Sanitizer.clean(Self.reason(problem)))\n"
      )
    }
    switch options.chosenFormat {
    case .text:
      IndexReport.print("index \(indexDirectory) \(built.verdict(watch))", built.rows)
      if let counts = built.counts { StandardStreams.writeOutput(counts.text) }
    case .json: try IndexReport.print(json: BuildMessage(built, of: builder, watch))
    }
  }
}

extension IndexBuild {
  /// Why the history ends: of damage to the index that stood only what it was, since this build has mended it.
  private static func reason(_ problem: SegmentError) -> String {
    if case .corrupt(let damage) = problem {
      "the index that stood could not be read: \(damage)"
    } else {
      "\(problem)"
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
