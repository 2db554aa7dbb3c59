import ArgumentParser
import Indexing
import Wire

/// `verbatimd index check`: whether the index is what a build would give now.
struct IndexCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether the index is what a build of the corpus would give now, and if not, why.",
    discussion: "What it does, its exit codes and examples: verbatim help index check")

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let watch = Stopwatch()
    let builder = IndexBuilder(
      corpusRoot: FilePaths.real(place.corpusRoot), indexDirectory: FilePaths.real(place.indexDirectory),
      configurationPath: place.configurationPath)
    let report = IndexReport.orFailure { () throws(BuildError) in try builder.check() }
    switch options.chosenFormat {
    case .text: IndexReport.print(headline(of: report, builder), report.rows + [compared(report, watch)])
    case .json: try IndexReport.print(json: FreshnessMessage(report, of: builder, watch))
    }
    guard !report.isFresh else { return }
    StandardStreams.writeError("to bring the index up to date: verbatim index build\n")
    endProcess(1)
  }

  private func headline(of report: FreshnessReport, _ builder: IndexBuilder) -> String {
    report.isFresh
      ? "fresh: a build of \(builder.corpusRoot) would change nothing in \(builder.indexDirectory)"
      : "stale: a build of \(builder.corpusRoot) would give another index than \(builder.indexDirectory)"
  }

  private func compared(_ report: FreshnessReport, _ watch: Stopwatch) -> (name: String, text: String) {
    (
      "compared",
      "\(counted(report.documentCount, "document")), \(counted(report.byteCount, "byte")), in \(watch.milliseconds) ms"
    )
  }
}

extension FreshnessReport {
  /// A line for each reason.
  fileprivate var rows: [(name: String, text: String)] {
    var rows = pipelineChanges.map { ("program", $0.text) }
    for (name, paths) in [("added", added), ("changed", changed), ("removed", removed)] where !paths.isEmpty {
      rows.append((name, Self.text(of: paths)))
    }
    return rows
  }

  /// Paths that are named in text; of more, only the number.
  private static let namedCount = 5

  private static func text(of paths: [String]) -> String {
    let named = paths.prefix(namedCount).joined(separator: ", ")
    let rest = paths.count - namedCount
    return "\(counted(paths.count, "document")): \(named)" + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension FreshnessReport.PipelineChange {
  fileprivate var text: String {
    switch (then, now) {
    case (let then?, let now?): "builds with \(now), the index was built with \(then)"
    case (let then?, nil): "builds without \(then), which the index was built with"
    case (nil, let now?): "builds with \(now), which the index was built without"
    case (nil, nil): ""
    }
  }
}

/// What `--format json` prints.
private struct FreshnessMessage: Encodable {
  struct Change: Encodable {
    @ExplicitNull var then: String?
    @ExplicitNull var now: String?
  }

  var fresh: Bool
  var corpusRoot: String
  var indexDirectory: String
  var generation: String
  var corpusGeneration: String
  var documents: Int
  var bytes: Int
  var pipeline: [Change]
  var added: [String]
  var changed: [String]
  var removed: [String]
  var elapsedMicroseconds: Int

  init(_ report: FreshnessReport, of builder: IndexBuilder, _ watch: Stopwatch) {
    fresh = report.isFresh
    corpusRoot = builder.corpusRoot
    indexDirectory = builder.indexDirectory
    generation = report.generation
    corpusGeneration = report.corpusGeneration
    documents = report.documentCount
    bytes = report.byteCount
    pipeline = report.pipelineChanges.map { Change(then: $0.then, now: $0.now) }
    added = report.added
    changed = report.changed
    removed = report.removed
    elapsedMicroseconds = watch.microseconds
  }
}
