import ArgumentParser
import Corpus
import Indexing
import Wire

/// `verbatimd index`: all that is done with an index but query it.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the index.", subcommands: [IndexBuild.self])
}

/// `verbatimd index build`: makes the index what the corpus says.
struct IndexBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index of a corpus.",
    discussion: """
      The index is a pure function of the corpus: building it twice gives the same bytes. Warnings and progress \
      go to standard error, the report to standard output. On an error the index that stood before still stands.
      """)

  @OptionGroup var place: PlaceOptions

  func run() throws {
    let corpusRoot = FilePaths.real(place.corpusRoot)
    let indexDirectory = FilePaths.real(place.indexDirectory)
    let builder = IndexBuilder(corpusRoot: corpusRoot, indexDirectory: indexDirectory)
    let start = ContinuousClock.now
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
    StandardStreams.writeOutput(report.summary(of: indexDirectory, after: start.duration(to: .now)))
  }
}

extension Warning {
  /// `path:line: message`.
  fileprivate var summary: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

extension BuildReport {
  fileprivate func summary(of indexDirectory: String, after duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    let verdict = wasFresh ? "was up to date" : "built in \(milliseconds) ms"
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
