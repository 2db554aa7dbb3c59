import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Is the index what a build of the corpus would give now? As `verbatimd index check` says.
struct FreshnessExamination {
  let place: Place
  /// Hashing a corpus takes a second for some hundred megabytes.
  private static let patience = Duration.seconds(60)

  /// What of the check is of interest here.
  private struct Check: Decodable {
    var fresh: Bool
    var added: [String]
    var changed: [String]
    var removed: [String]
    var pipeline: [Change]

    struct Change: Decodable {}
  }

  /// Nothing here keeps a search from working.
  func examine(_ report: inout DoctorReport) {
    let arguments = ["index", "check", "--format=json"] + place.daemonOptions
    guard let (_, output) = System.result(of: DaemonProgram.expectedPath, arguments, within: Self.patience),
      let check = try? JSONDecoder().decode(Check.self, from: Data(output))
    else {
      report.add("freshness", .note, "not known", advice: "to see why: verbatim index check")
      return
    }
    if check.fresh {
      report.add("freshness", .fine, "the index is what a build would give")
    } else {
      report.add(
        "freshness", .note, "the index is stale: \(Self.text(check))", advice: "run: verbatim index build")
    }
  }

  private static func text(_ check: Check) -> String {
    var parts = [("added", check.added), ("changed", check.changed), ("removed", check.removed)]
      .filter { !$0.1.isEmpty }.map { "documents \($0): \($1.count)" }
    if !check.pipeline.isEmpty { parts.append("built by another version") }
    return parts.isEmpty ? "see: verbatim index check" : parts.joined(separator: ", ")
  }
}
