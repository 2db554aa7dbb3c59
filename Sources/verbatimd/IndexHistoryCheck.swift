import ArgumentParser
import Segment
import Wire

/// `verbatimd index history`: whether the history of the index can be read; for `verbatim doctor`, which links nothing that could tell.
struct IndexHistoryCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Say as JSON how many steps the history of the index has, and which of them are damaged.",
    discussion: "Reads the steps and the manifest, nothing else. Exit codes: 0, or 2 for damage.",
    shouldDisplay: false)

  @OptionGroup(title: "Place") var place: PlaceOptions

  private struct Message: Encodable {
    /// Those that are good.
    var steps: Int
    /// What was found, what was expected.
    var damages: [String]
    /// The damaged files.
    var paths: [String]
  }

  func run() throws {
    let directory = IndexDirectory(path: FilePaths.real(place.indexDirectory))
    let (stepCount, damages) = IndexReport.orFailure { () throws(SegmentError) in
      try directory.history.verify(before: try directory.manifest().generation)
    }
    try IndexReport.print(
      json: Message(steps: stepCount, damages: damages.map { "\($0)" }, paths: damages.map(\.path)))
    if !damages.isEmpty { endProcess(2) }
  }
}
