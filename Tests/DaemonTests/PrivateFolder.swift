import Foundation

/// A folder for one daemon's socket, closed to others, short of path, and removed when the test drops it.
final class PrivateFolder {
  let path: String

  init() throws {
    path = "/tmp/verbatim-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
