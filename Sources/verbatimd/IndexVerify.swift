import ArgumentParser
import Segment
import Wire

/// `verbatimd index verify`: whether everything that the index says is sound.
struct IndexVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every byte of the index, and that what it says agrees with itself.",
    discussion: "What it does, its exit codes and examples: verbatim help index verify")

  @OptionGroup(title: "Place") var place: PlaceOptions
  @OptionGroup(title: "Output") var options: IndexReport.Options

  func run() throws {
    let watch = Stopwatch()
    let directory = IndexDirectory(path: FilePaths.real(place.indexDirectory))
    let report = IndexReport.orFailure { () throws(SegmentError) in try directory.verify() }
    switch options.chosenFormat {
    case .text: printText(of: report, directory.path, watch)
    case .json: try IndexReport.print(json: VerificationMessage(report, of: directory, watch))
    }
    guard !report.isGood else { return }
    StandardStreams.writeError("to mend the index: delete the damaged files, then: verbatim index build\n")
    endProcess(2)
  }

  private func printText(of report: VerificationReport, _ indexDirectory: String, _ watch: Stopwatch) {
    let verdict =
      report.isGood
      ? "good: \(indexDirectory)"
      : "damaged: \(indexDirectory), in \(counted(report.damages.count, "file"))"
    IndexReport.print(
      verdict,
      report.damages.flatMap(\.rows) + report.strayFiles.map(\.row)
        + (report.checked.segmentCount > 0 ? report.checked.rows : []) + [
          ("history", report.historyStepCount == 1 ? "1 step" : "\(report.historyStepCount) steps"),
          ("generation", report.manifest?.generation ?? "unknown"),
          ("verified", "in \(watch.milliseconds) ms"),
        ])
  }
}

extension Damage {
  fileprivate var rows: [(name: String, text: String)] {
    [
      ("damage", path),
      ("  at byte", "\(offset)" + (section.map { " (section \($0.name))" } ?? "")),
      ("  found", reason),
    ]
  }
}

extension IndexDirectory.StrayFile {
  fileprivate var row: (name: String, text: String) {
    (
      "stray",
      path + (isLeftover ? " (of a build that died or is under way; the next one removes it)" : " (not ours)")
    )
  }
}

extension VerificationReport.Counts {
  fileprivate var rows: [(name: String, text: String)] {
    [
      ("segments", "\(segmentCount)"), ("bytes", "\(byteCount)"), ("pages", "\(pageCount)"),
      ("documents", "\(documentCount)"), ("paragraphs", "\(unitCount)"), ("words", "\(wordCount)"),
      ("terms", "\(termCount)"), ("stems", "\(stemCount)"), ("postings", "\(postingCount)"),
      ("positions", "\(positionCount)"),
    ]
  }
}

/// What `--format json` prints.
private struct VerificationMessage: Encodable {
  struct Checked: Encodable {
    var segments: Int
    var bytes: Int
    var pages: Int
    var documents: Int
    var paragraphs: Int
    var tokens: Int
    var terms: Int
    var stems: Int
    var postings: Int
    var positions: Int
  }

  struct Found: Encodable {
    var path: String
    @ExplicitNull var section: String?
    var offset: Int
    var reason: String
  }

  struct Stray: Encodable {
    var path: String
    var leftover: Bool
  }

  var good: Bool
  var indexDirectory: String
  @ExplicitNull var generation: String?
  /// Of the files that are good.
  var checked: Checked
  /// Steps of the history that are good.
  var historySteps: Int
  var damage: [Found]
  var strayFiles: [Stray]
  var elapsedMicroseconds: Int

  init(_ report: VerificationReport, of directory: IndexDirectory, _ watch: Stopwatch) {
    good = report.isGood
    indexDirectory = directory.path
    generation = report.manifest?.generation
    checked = Checked(report.checked)
    historySteps = report.historyStepCount
    damage = report.damages.map {
      Found(path: $0.path, section: $0.section?.name, offset: $0.offset, reason: $0.reason)
    }
    strayFiles = report.strayFiles.map { Stray(path: $0.path, leftover: $0.isLeftover) }
    elapsedMicroseconds = watch.microseconds
  }
}

extension VerificationMessage.Checked {
  init(_ counts: VerificationReport.Counts) {
    self.init(
      segments: counts.segmentCount, bytes: counts.byteCount, pages: counts.pageCount,
      documents: counts.documentCount, paragraphs: counts.unitCount, tokens: counts.wordCount,
      terms: counts.termCount, stems: counts.stemCount, postings: counts.postingCount,
      positions: counts.positionCount)
  }
}
