import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Can the history of the index be read? No search needs it but those for what is new.
struct HistoryExamination {
  let place: Place
  /// At most 256 files, of which only the first of a large collection is large.
  private static let patience = Duration.seconds(60)

  /// What `verbatimd index history` says.
  private struct History: Decodable {
    var steps: Int
    var damages: [String]
    var paths: [String]
  }

  /// Says nothing where nobody can tell: what is wrong with the index itself is said of that.
  func examine(_ report: inout DoctorReport) {
    guard
      let (_, output) = System.result(
        of: DaemonProgram.expectedPath, ["index", "history"] + place.daemonOptions, within: Self.patience),
      let history = try? JSONDecoder().decode(History.self, from: Data(output))
    else { return }
    guard let damage = history.damages.first, let path = history.paths.first else {
      report.add("history", .fine, "\(history.steps) \(history.steps == 1 ? "step" : "steps")")
      return
    }
    let others = history.damages.count - 1
    report.add(
      "history", .note,
      damage + (others > 0 ? " (and \(others) more)" : "")
        + "; what is new since the generations before it cannot be told (--since, index diff)",
      advice: others > 0
        ? "delete what \"verbatim index verify\" names in its folder; nothing else needs it"
        : "delete it, nothing else needs it: rm \(path.wordOfShell)")
  }
}
