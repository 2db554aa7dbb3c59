import Wire

/// The `verbatimd` that stands beside this program.
package enum DaemonProgram {
  /// Where it stands, or would.
  package static var expectedPath: String { FilePaths.directory(of: System.executablePath) + "/verbatimd" }

  /// - Throws: If it is not there.
  package static func path() throws(ClientError) -> String {
    let path = expectedPath
    guard System.isExecutable(path) else { throw .daemonMissing(path: path) }
    return path
  }
}
