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

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-benchmark-\(UUID().uuidString)")
      .path
    do {
      try FileManager.default.createDirectory(atPath: path + "/corpus", withIntermediateDirectories: true)
    } catch {
      throw BenchmarkError("\(path): the folder cannot be made: \(error.localizedDescription)")
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
