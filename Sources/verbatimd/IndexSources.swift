import ArgumentParser
import Corpus
import Wire

/// `verbatimd index sources`: what of a corpus would be read, or why none of it can be; for `verbatim doctor`, which links nothing
/// that could tell.
struct IndexSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Say as JSON how many files of the corpus would be read, or what keeps them from it.",
    discussion:
      "Lists the folder and reads its corpus.yaml and speakers.yaml; no source is opened. Exit codes: 0, or 2 for a problem.",
    shouldDisplay: false)

  @OptionGroup(title: "Place") var place: PlaceOptions

  private struct Message: Encodable {
    var files = 0
    /// Of these.
    var tables = 0
    var warnings = 0
    /// What was found, what was expected, what to do.
    @ExplicitNull var problem: String?
  }

  func run() throws {
    var message = Message(problem: nil)
    do throws(CorpusError) {
      let reader = try CorpusReader(
        root: FilePaths.real(place.corpusRoot), configurationPath: place.configurationPath)
      message.files = reader.sources.count
      message.tables = reader.sources.count { SourceFile.isTable(path: $0.path) }
      message.warnings = reader.warnings.count
    } catch {
      message.problem = "\(error)"
    }
    try IndexReport.print(json: message)
    if message.problem != nil { endProcess(2) }
  }
}
