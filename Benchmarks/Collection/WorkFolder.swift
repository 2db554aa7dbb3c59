import Foundation

/// The temporary folder of a run.
struct WorkFolder {
  private let path: String

  /// Where a corpus may be written.
  var corpus: String { path + "/corpus" }
  /// Where the index is built.
  var index: String { path + "/index" }
  /// Where the peers may write.
  var peers: String { path + "/peers" }

  /// A file of this name.
  func path(_ name: String) -> String { path + "/" + name }

  /// A socket of this name.
  func socket(_ name: String) -> String { path + "/" + name + ".sock" }

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-benchmark-\(UUID().uuidString)")
      .path
    do {
      // Ours alone, as the daemon wants the folder of its socket to be.
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.createDirectory(atPath: path + "/corpus", withIntermediateDirectories: true)
    } catch {
      throw BenchmarkError("\(path): the folder cannot be made: \(error.localizedDescription)")
    }
  }

  /// Removes what lies in one of its folders, but not the folder.
  func empty(_ folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
