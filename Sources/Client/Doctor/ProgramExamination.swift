import Wire

/// Does the daemon's program stand beside the client's, and is it of the same version?
struct ProgramExamination {
  private static let patience = Duration.seconds(5)

  /// - Parameter gravity: What it is if the program cannot be run.
  /// - Returns: Whether it can.
  func examine(_ report: inout DoctorReport, _ gravity: DoctorReport.Finding.State) -> Bool {
    let path = DaemonProgram.expectedPath
    let advice = "install verbatimd beside verbatim, both of one version"
    guard System.isExecutable(path) else {
      report.add("program", gravity, "there is no program \(path)", advice: advice)
      return false
    }
    let output = System.output(of: path, ["--version"], within: Self.patience)
    guard let version = output?.split(separator: "\n").first.map(String.init) else {
      report.add("program", gravity, "\(path) does not run", advice: advice)
      return false
    }
    if version == Version.current {
      report.add("program", .fine, "\(path), version \(version)")
    } else {
      report.add(
        "program", .note, "\(path) is version \(version), this client \(Version.current)", advice: advice)
    }
    return true
  }
}
