import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Is the corpus there, and how many files in it become documents? What the builder makes of them, it is asked itself.
struct CorpusExamination {
  let place: Place
  private var root: String { place.corpusRoot }
  /// Listing takes a second for some hundred thousand files.
  private static let patience = Duration.seconds(60)

  /// What `verbatimd index sources` says.
  private struct Sources: Decodable {
    var files: Int
    var tables: Int
    var warnings: Int
    var problem: String?
  }

  /// - Parameters:
  ///   - gravity: What it is if there is nothing to read.
  ///   - canRun: Whether there is a program to ask.
  /// - Returns: Whether there is something.
  func examine(
    _ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State, canRun: Bool
  ) -> Bool {
    let (found, problem) = look(canRun: canRun)
    if let problem {
      report.add("corpus", gravity, problem.found, advice: problem.advice)
    } else {
      report.add("corpus", .fine, found)
    }
    return problem == nil
  }

  private func look(canRun: Bool) -> (found: String, problem: (found: String, advice: String?)?) {
    let advice = "name the folder of your documents with --corpus or VERBATIM_CORPUS"
    guard let status = System.status(of: root) else { return ("", ("there is no folder \(root)", advice)) }
    guard status.kind == .folder else { return ("", ("\(root) is not a folder", advice)) }
    let (count, unreadable) = Self.sources(below: root)
    if let unreadable {
      return ("", ("\(unreadable) cannot be read", "make it readable: chmod u+rX \(unreadable)"))
    }
    // What is wrong says itself what to do.
    if canRun, let sources = askBuilder() {
      return (Self.text(sources), sources.problem.map { ($0, nil) })
    }
    guard count > 0 else {
      return ("", ("\(root) holds no .md or .txt file that could become a document", advice))
    }
    return ("\(Self.counted(count)) (.md and .txt)", nil)
  }

  private func askBuilder() -> Sources? {
    guard
      let (_, output) = System.result(
        of: DaemonProgram.expectedPath, ["index", "sources"] + place.daemonOptions, within: Self.patience)
    else { return nil }
    return try? JSONDecoder().decode(Sources.self, from: Data(output))
  }

  private static func text(_ sources: Sources) -> String {
    var text = counted(sources.files)
    if sources.tables == 0 {
      text += " (.md and .txt)"
    } else {
      text += ", \(sources.tables) of them \(sources.tables == 1 ? "a table" : "tables")"
    }
    guard sources.warnings > 0 else { return text }
    return text + "; a build warns of \(sources.warnings) that \(sources.warnings == 1 ? "is" : "are") odd"
  }

  private static func counted(_ count: Int) -> String { "\(count) \(count == 1 ? "file" : "files")" }

  /// How many files would be read, and the first folder or file that cannot be.
  ///
  /// By their names only.
  private static func sources(below root: String) -> (count: Int, unreadable: String?) {
    var count = 0
    var folders = [root]
    while let folder = folders.popLast() {
      guard let names = System.names(in: folder) else { return (count, folder) }
      for name in names.sorted() where !name.hasPrefix(".") && name.lowercased() != "readme.md" {
        let path = folder + "/" + name
        let kind = System.status(of: path)?.kind
        if kind == .folder {
          folders.append(path)
        } else if kind == .file, [".md", ".txt"].contains(where: name.lowercased().hasSuffix) {
          if !System.isReadable(path) { return (count, path) }
          count += 1
        }
      }
    }
    return (count, nil)
  }
}
