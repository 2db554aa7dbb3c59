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

      EXIT CODES
        0  done
        2  an error

      EXAMPLES
        verbatim index build
        verbatim index build --corpus speeches --index speeches-index
      """)

  @OptionGroup(title: "Place") var place: PlaceOptions

  func run() throws {
    let corpusRoot = FilePaths.real(place.corpusRoot)
    let indexDirectory = FilePaths.real(place.indexDirectory)
    let builder = IndexBuilder(corpusRoot: corpusRoot, indexDirectory: indexDirectory)
    let watch = Stopwatch()
    var progress = ProgressLine()
    let report: BuildReport
    do throws(BuildError) {
      report = try builder.build { progress.show($0) }
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    for warning in report.warnings { StandardStreams.writeError("warning: \(warning.summary)\n") }
    StandardStreams.writeOutput(report.summary(of: indexDirectory, watch))
  }
}

extension Warning {
  /// `path:line: message`, one line whatever the path.
  fileprivate var summary: String { "\(Sanitizer.clean(path))\(line.map { ":\($0)" } ?? ""): \(message)" }
}

extension BuildReport {
  fileprivate func summary(of indexDirectory: String, _ watch: Stopwatch) -> String {
    let verdict = wasFresh ? "was up to date" : "built in \(watch.milliseconds) ms"
    return """
      index \(indexDirectory) \(verdict)
      generation  \(generation)
      documents   \(documentCount)
      paragraphs  \(paragraphCount)
      words       \(wordCount)
      terms       \(termCount)
      bytes       \(byteCount)

      """
  }
}
